package io.kairos.local.trial;

import io.kairos.engine.profile.Shop;
import io.kairos.local.CommandError;
import io.kairos.local.history.CustomerLog;
import io.kairos.local.history.EventSource;
import io.kairos.local.profiles.NearIds;
import io.kairos.local.stories.TimeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The trial of a rule file on one customer. */
public final class Trial {
  private final Path rules;
  private final String customerId;

  public Trial(Path rules, String customerId) {
    this.rules = rules;
    this.customerId = customerId;
  }

  /**
   * Asks every rule.
   *
   * @throws CommandError if the file is no rule file, or there is no such customer
   */
  public TrialReport run(EventSource events, Shop shop) throws IOException {
    Draft draft = draft(shop.currency());
    History history = history(events);
    List<Answer> answers = new RuleTrial(draft, shop, history).answers();
    return new TrialReport(history, answers, new TimeWriter(shop.zone()));
  }

  private History history(EventSource events) throws IOException {
    NearIds near = new NearIds(customerId);
    CustomerLog log = events.read(customerId, near);
    if (!log.events().isEmpty()) {
      return History.of(log);
    }
    String like = near.ids().isEmpty() ? "" : "; ids like it: " + String.join(", ", near.ids());
    throw new CommandError(
        "no event of a customer '%s' in %s%s".formatted(customerId, events.name(), like));
  }

  private Draft draft(String currency) {
    try {
      return Draft.of(Files.readString(rules), currency);
    } catch (IOException unreadable) {
      throw new CommandError("cannot read " + rules + ": give the path of a rule file");
    } catch (IllegalArgumentException wrong) {
      throw new CommandError(rules + ": " + wrong.getMessage());
    }
  }
}
