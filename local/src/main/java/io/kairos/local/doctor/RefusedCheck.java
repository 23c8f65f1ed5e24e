package io.kairos.local.doctor;

import io.kairos.engine.cleaning.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many records the job refuses, and why. */
final class RefusedCheck implements Check.SampleCheckUp {
  private static final double HARDLY_ANY = 0.001;
  private static final double MANY = 0.1;

  @Override
  public List<Finding> look(Sample sample, Installation at) {
    List<Finding> findings = new ArrayList<>();
    sample.stopped().ifPresent(why -> findings.add(stopped(sample, why)));
    if (sample.records() > 0) {
      addRefused(sample, findings);
    }
    if (findings.isEmpty()) {
      findings.add(sound(sample));
    }
    return findings;
  }

  private static void addRefused(Sample sample, List<Finding> findings) {
    if (sample.stamps().floods() > 0) {
      findings.add(flood(sample));
    }
    for (RejectionReason reason : RejectionReason.values()) {
      if (reason.deadLetter() && sample.refused().containsKey(reason)) {
        findings.add(refused(sample, reason));
      }
    }
  }

  private static Finding sound(Sample sample) {
    return sample.records() == 0
        ? Finding.note(
            "records", sample.name(), "empty", new Advice("There is nothing to judge by.", ""))
        : Finding.ok(
            "records",
            sample.name(),
            String.format(Locale.ROOT, "%,d, none refused", sample.records()));
  }

  private static Finding stopped(Sample sample, String why) {
    return Finding.wrong(
        "registry",
        sample.name(),
        why,
        new Advice(
            "The job waits for it, restarts and waits again; the records of this topic and of those"
                + " after it were not looked at.",
            "check schema.registry.url and schema.registry.basic-auth, and that the registry runs"));
  }

  private static Finding flood(Sample sample) {
    return Finding.wrong(
        "records",
        sample.name(),
        "over half of a partition's records within a minute cannot be read",
        new Advice(
            "The job stops at such a place with an error that no restart mends.",
            Remedy.of(RejectionReason.UNREADABLE)));
  }

  private static Finding refused(Sample sample, RejectionReason reason) {
    double share = sample.share(reason);
    return new Finding(
        verdict(share),
        "records",
        sample.name(),
        String.format(
            Locale.ROOT,
            "%s of %,d are refused as %s: %s",
            Shares.of(share),
            sample.records(),
            reason,
            sample.refused().get(reason).example()),
        new Advice(
            "They lie untouched in the dead letters, and count for nobody.", Remedy.of(reason)));
  }

  private static Verdict verdict(double share) {
    if (share >= MANY) {
      return Verdict.WRONG;
    }
    return share >= HARDLY_ANY ? Verdict.WARNING : Verdict.NOTE;
  }
}
