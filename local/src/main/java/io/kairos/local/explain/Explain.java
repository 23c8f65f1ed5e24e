package io.kairos.local.explain;

import io.kairos.engine.rule.Rule;
import io.kairos.local.CommandError;
import io.kairos.local.explain.Happening.Refused;
import io.kairos.local.history.CustomerLog;
import io.kairos.local.history.CustomerLog.Unusable;
import io.kairos.local.profiles.NearIds;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the customer, tells the story once more, and cuts out what is asked for. Used once. */
public final class Explain {
  private static final Pattern TRIGGER_ID = Pattern.compile("[0-9a-f]{32}");
  private static final int MOST_DIFFERENCES = 3;

  private final ExplainRequest request;
  private final Setting setting;
  private final List<String> notes = new ArrayList<>();

  /**
   * @throws CommandError if the rules cannot be read
   */
  public Explain(ExplainRequest request) {
    this.request = request;
    this.setting = Setting.of(request.shop(), request.rules());
  }

  /**
   * The story.
   *
   * @throws CommandError if there is no such customer, trigger or rule, or a source cannot be read
   */
  public Telling tell() throws IOException {
    Rule watched = request.part().rule().map(this::known).orElse(null);
    Optional<Recorded> found = recorded();
    if (watched != null && found.isPresent()) {
      throw new CommandError("a trigger is of one rule already: give its id without --rule");
    }
    CustomerLog log = log(found.map(Recorded::customerId).orElse(request.id()));
    Story told = withUnusable(new StoryTeller(setting, watched).tell(log), log);
    Optional<MessageName> message = found.map(Recorded::message);
    Story whole = compared(told, message);
    Focus focus =
        message
            .map(name -> Focus.on(name.run()))
            .or(() -> request.part().rule().map(Focus::on))
            .orElse(Focus.ALL);
    Story shown = focus.from(from()).of(whole);
    note(log);
    Telling.Opening opening =
        new Telling.Opening(message.map(Explain::title).orElse("").strip(), notes);
    return new Telling(setting, whole, shown, opening, closing(whole, message, watched));
  }

  private static String title(MessageName message) {
    return "Message %s, %s".formatted(message.id(), HappeningWords.name(message));
  }

  private long from() {
    return request.part().from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
  }

  private Rule known(String id) {
    return setting.rule(id).orElseThrow(() -> unknownRule(id));
  }

  private CommandError unknownRule(String id) {
    NearIds near = new NearIds(id);
    List<String> ids = setting.ruleIds();
    ids.forEach(near::offer);
    String like =
        near.ids().isEmpty()
            ? "known: " + String.join(", ", ids)
            : "rules like it: " + String.join(", ", near.ids());
    return new CommandError(
        "no rule '%s' among %s; %s".formatted(id, setting.source().name(), like));
  }

  /** What the id is of; nothing where it must be a customer's. */
  private Optional<Recorded> recorded() throws IOException {
    Optional<RecordSource> records = request.sources().records();
    return records.isPresent() && isTriggerId()
        ? records.get().find(request.id())
        : Optional.empty();
  }

  private boolean isTriggerId() {
    return TRIGGER_ID.matcher(request.id()).matches();
  }

  private CustomerLog log(String customerId) throws IOException {
    NearIds near = new NearIds(customerId);
    CustomerLog log = request.sources().events().read(customerId, near);
    if (log.isEmpty()) {
      throw new CommandError(unknown(customerId, near));
    }
    return request.part().to().map(to -> log.until(to.toEpochMilli())).orElse(log);
  }

  private String unknown(String customerId, NearIds near) {
    String events = request.sources().events().name();
    if (!customerId.equals(request.id())) {
      return "the trigger is of customer '%s', of whom there is no event in %s"
          .formatted(customerId, events);
    }
    String message = "no event of a customer '%s' in %s".formatted(customerId, events);
    if (isTriggerId()) {
      return message
          + request
              .sources()
              .records()
              .map(records -> ", and no trigger or decision of that id in " + records.name())
              .orElse("; to look up a trigger, give --results DIR of ./kairos replay --out DIR");
    }
    return near.ids().isEmpty()
        ? message
        : message + "; ids like it: " + String.join(", ", near.ids());
  }

  private Story withUnusable(Story story, CustomerLog log) {
    ZoneId zone = story.end().profile().person().zone(setting.shop());
    Stream<Chapter> more = log.unusable().stream().map(record -> chapter(record, zone));
    return story.with(
        Stream.concat(story.chapters().stream(), more)
            .sorted(Comparator.comparingLong(Chapter::atMillis))
            .toList());
  }

  private static Chapter chapter(Unusable record, ZoneId zone) {
    Happening refused = new Refused(record.what(), record.reason(), record.detail());
    return new Chapter(record.atMillis(), zone, List.of(), List.of(refused), Set.of());
  }

  /** With what the job recorded; a draft is compared with nothing. */
  private Story compared(Story told, Optional<MessageName> message) throws IOException {
    Optional<RecordSource> records = request.sources().records();
    if (records.isEmpty() || setting.isDraft()) {
      return told;
    }
    List<Recorded> decisions =
        records.get().fatesOf(told.customerId()).stream()
            .filter(one -> message.isEmpty() || one.message().equals(message.get()))
            .toList();
    Overlay overlay = new Overlay(decisions);
    List<String> differences = new ArrayList<>(overlay.differences(told));
    boolean whole = message.isEmpty() && records.get().holdsDecisions();
    List<String> missing = whole ? overlay.missing(told) : List.of();
    differences.addAll(missing);
    noteDifferences(differences, decisions.size() + missing.size());
    return overlay.over(told);
  }

  private void noteDifferences(List<String> differences, int decisions) {
    if (!differences.isEmpty()) {
      notes.add(
          "the job decided otherwise in %d of %d decisions; its rules, settings or events are not"
                  .formatted(differences.size(), decisions)
              + " those used here");
      notes.addAll(differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())));
    }
  }

  private void note(CustomerLog log) {
    if (log.beginMillis() != Long.MIN_VALUE) {
      notes.add(
          "the topics no longer hold all that came before %s: the story may lack its beginning"
              .formatted(Instant.ofEpochMilli(log.beginMillis())));
    }
    Set<String> assumed = setting.rules().policy().consents().assumed();
    if (!assumed.isEmpty()) {
      notes.add(
          "who never said a word counts as having agreed to "
              + String.join(", ", assumed.stream().sorted().toList()));
    }
  }

  private Telling.Closing closing(Story whole, Optional<MessageName> message, Rule watched) {
    if (message.isPresent()) {
      return new Telling.Closing(List.of(), new Conclusion(setting, whole, message.get()).words());
    }
    List<String> tallies =
        RuleTally.of(whole).stream()
            .filter(tally -> watched == null || tally.rule().equals(watched.id()))
            .map(RuleTally::words)
            .toList();
    String sentence =
        watched != null && tallies.isEmpty() ? new Absence(setting, watched).words(whole) : "";
    return new Telling.Closing(tallies, sentence);
  }
}
