package io.kairos.torture.report;

import io.kairos.torture.campaign.CampaignResult;
import io.kairos.torture.campaign.Effect;
import io.kairos.torture.campaign.Recovery;
import io.kairos.torture.fault.FaultKind;
import io.kairos.torture.fault.Strike;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the job came back from the faults of a kind.
 *
 * @param planned how often the fault was to strike
 * @param struck how often it did, and the job came back
 * @param felt how often it met the job at work
 * @param restarted how often tasks started again
 * @param median of the recovery times; empty if it never struck
 * @param p99 of the recovery times; the longest of fewer than a hundred; empty if it never struck
 */
record KindRow(
    FaultKind kind,
    int planned,
    int struck,
    int felt,
    int restarted,
    Optional<Duration> median,
    Optional<Duration> p99) {

  static final List<String> HEADS =
      List.of("fault", "planned", "struck", "felt", "restarted", "median", "p99");

  /** One row for each kind that was to strike. */
  static List<KindRow> of(CampaignResult result) {
    return result.plan().strikes().stream()
        .map(Strike::kind)
        .distinct()
        .sorted()
        .map(kind -> of(kind, result))
        .toList();
  }

  private static KindRow of(FaultKind kind, CampaignResult result) {
    List<Strike> planned =
        result.plan().strikes().stream().filter(strike -> strike.kind() == kind).toList();
    List<Recovery> own =
        result.recoveries().stream().filter(each -> each.strike().kind() == kind).toList();
    List<Effect> effects =
        own.stream().map(Recovery::effect).filter(effect -> effect != Effect.UNFELT).toList();
    return new KindRow(
        kind,
        planned.size(),
        own.size(),
        effects.size(),
        (int) effects.stream().filter(effect -> effect == Effect.RESTARTED).count(),
        quantile(own, 0.5),
        quantile(own, 0.99));
  }

  private static Optional<Duration> quantile(List<Recovery> recoveries, double part) {
    List<Duration> took = recoveries.stream().map(Recovery::took).toList();
    return took.isEmpty() ? Optional.empty() : Optional.of(Quantile.of(took, part));
  }

  /** What stands under the heads. */
  List<String> cells() {
    return List.of(
        kind.toString(),
        Integer.toString(planned),
        Integer.toString(struck),
        Integer.toString(felt),
        Integer.toString(restarted),
        seconds(median),
        seconds(p99));
  }

  private static String seconds(Optional<Duration> time) {
    return time.map(each -> String.format(Locale.ROOT, "%.1f s", each.toMillis() / 1000.0))
        .orElse("-");
  }
}
