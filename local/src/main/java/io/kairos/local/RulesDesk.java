package io.kairos.local;

import io.kairos.local.rules.Activation;
import io.kairos.local.rules.BaseRules;
import io.kairos.local.rules.Ledger;
import io.kairos.local.rules.Moments;
import io.kairos.local.rules.Published;
import io.kairos.local.rules.Revision;
import io.kairos.local.rules.RulesTopic;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/**
 * The rules of one deployment, read and ready to be changed.
 *
 * @param topic where they are published
 * @param contents what was published when they were read
 * @param base the rule file under it
 * @param zone of times that are shown
 * @param time event time
 */
record RulesDesk(
    RulesTopic topic,
    RulesTopic.Contents contents,
    BaseRules base,
    ZoneId zone,
    InstantSource time) {

  Ledger ledger() {
    return Ledger.of(base, contents.published());
  }

  Instant now() {
    return time.instant();
  }

  Activation activation() {
    return new Activation(now(), topic.activationDelay());
  }

  Moments moments() {
    return new Moments(zone);
  }

  /** Writes versions, and says which, and when they take effect. */
  void write(String done, List<Revision> revisions, PrintWriter out) {
    List<Published> written = topic.append(revisions, now(), contents.end());
    for (Published one : written) {
      out.println(
          "%s %s: version %d, takes effect at %s %s"
              .formatted(
                  done,
                  one.revision().id().title(),
                  one.revision().number(),
                  moments().text(one.effectiveAt()),
                  zone));
    }
    out.flush();
  }
}
