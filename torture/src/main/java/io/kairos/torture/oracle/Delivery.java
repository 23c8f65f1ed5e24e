package io.kairos.torture.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a message that is due goes out: the gates of the page Rules, in their order. */
final class Delivery {
  private final WrittenRules.Policy policy;
  private final List<Sent> sent = new ArrayList<>();

  Delivery(WrittenRules.Policy policy) {
    this.policy = policy;
  }

  /** The channel and case by which a candidate goes out; empty where a gate objects. */
  Optional<Way> ask(Candidate candidate, Profile profile) {
    Situation situation = candidate.run().over(profile);
    if (!holds(candidate.rule().course().when(), situation)
        || !holds(candidate.written().when(), situation)) {
      return Optional.empty();
    }
    return candidate.written().cases().stream()
        .filter(c -> c.condition() == null || c.condition().holds(situation))
        .findFirst()
        .flatMap(c -> onAChannel(c, candidate, profile.person()))
        .filter(way -> isAgain(candidate))
        .filter(way -> fits(candidate, way.channel()));
  }

  /** How a message goes out. */
  record Way(WrittenRule.Case written, String channel) {}

  private static boolean holds(List<Demand> demands, Situation situation) {
    return demands.stream().allMatch(demand -> demand.holds(situation));
  }

  private Optional<Way> onAChannel(WrittenRule.Case written, Candidate candidate, Person person) {
    boolean service = candidate.rule().manner().service();
    return written.channels().stream()
        .filter(c -> person.allows(c, service, policy.consentNeeded().contains(c)))
        .filter(person::isReachable)
        .findFirst()
        .map(channel -> new Way(written, channel));
  }

  /** Whether it is long enough after the last message of another run for the same key. */
  private boolean isAgain(Candidate candidate) {
    Run run = candidate.run();
    return sent.stream()
        .filter(s -> s.run().rule() == run.rule() && s.run().key().equals(run.key()))
        .filter(s -> s.run() != run)
        .allMatch(
            s -> candidate.atMillis() - s.releasedMillis() >= run.rule().manner().againMillis());
  }

  private boolean fits(Candidate candidate, String channel) {
    if (candidate.rule().manner().service()) {
      return true;
    }
    long now = candidate.atMillis();
    return within(policy.gapMillis(), now, null) == 0
        && policy.caps().stream()
            .filter(cap -> cap.channel() == null || cap.channel().equals(channel))
            .allMatch(cap -> within(cap.withinMillis(), now, cap.channel()) < cap.most());
  }

  /** Messages of marketing in the window that ends now, whose first instant is no part of it. */
  private long within(long millis, long now, String channel) {
    return sent.stream()
        .filter(Sent::isMarketing)
        .filter(s -> now - s.releasedMillis() < millis)
        .filter(s -> channel == null || channel.equals(s.trigger().getChannel()))
        .count();
  }

  void went(Sent message) {
    sent.add(message);
  }
}
