package io.kairos.local.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.engine.event.Event;
import io.kairos.engine.trigger.Amounts;
import io.kairos.local.explain.Happening.Began;
import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.explain.Happening.Erased;
import io.kairos.local.explain.Happening.Moved;
import io.kairos.local.explain.Happening.NotBegun;
import io.kairos.local.explain.Happening.Refused;
import io.kairos.local.explain.Happening.Regrouped;
import io.kairos.local.explain.Happening.Sent;
import io.kairos.local.explain.Happening.TakenBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The happenings of one instant as JSON objects. */
final class StoryJson implements Happening.Listener<ObjectNode> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Chapter chapter;
  private final When when;

  private StoryJson(Chapter chapter) {
    this.chapter = chapter;
    this.when = When.of(chapter);
  }

  /** The events of an instant and what came of them, an object each. */
  static List<String> lines(Chapter chapter, Amounts amounts) {
    StoryJson json = new StoryJson(chapter);
    List<String> lines = new ArrayList<>();
    chapter.events().forEach(event -> lines.add(json.event(event, amounts).toString()));
    chapter.happenings().forEach(one -> lines.add(one.tell(json).toString()));
    return lines;
  }

  /** What comes if nothing else happens. */
  static List<String> ahead(Chapter chapter) {
    StoryJson json = new StoryJson(chapter);
    return chapter.happenings().stream()
        .map(one -> one.tell(json).put("ahead", true).toString())
        .toList();
  }

  /** What the lines are about. */
  static String head(String customerId, String asOf, String rules, long events) {
    return JSON.createObjectNode()
        .put("kind", "customer")
        .put("customerId", customerId)
        .put("asOf", asOf)
        .put("rules", rules)
        .put("events", events)
        .toString();
  }

  /** A sentence about the whole. */
  static String sentence(String kind, String text) {
    return JSON.createObjectNode().put("kind", kind).put("text", text).toString();
  }

  private ObjectNode event(Event event, Amounts amounts) {
    return node("event")
        .put("event", event.name().label())
        .put("eventId", event.eventId())
        .put("time", when.iso(Instant.ofEpochMilli(event.timeMillis())))
        .put("late", event.late())
        .put("about", new EventWords(amounts).of(event));
  }

  @Override
  public ObjectNode began(Began began) {
    ObjectNode node = node("began", began.run());
    putCause(node);
    putDue(node, "due", began.due());
    return node;
  }

  @Override
  public ObjectNode moved(Moved moved) {
    ObjectNode node = node("moved", moved.run());
    putCause(node);
    putDue(node, "due", moved.due());
    putDue(node, "before", moved.before());
    return node;
  }

  @Override
  public ObjectNode notBegun(NotBegun notBegun) {
    ObjectNode node = node("not-begun").put("rule", notBegun.rule()).put("event", notBegun.event());
    putAsked(node, notBegun.asked());
    return node;
  }

  @Override
  public ObjectNode decided(Decided decided) {
    Verdict verdict = decided.verdict();
    ObjectNode node =
        node("not-sent", decided.message())
            .put("gate", verdict.gate())
            .put("fate", verdict.fate())
            .put("value", verdict.value())
            .put("limit", verdict.limit());
    putAsked(node, decided.asked());
    return node.put("text", new VerdictWords(when).of(verdict, decided.asked()));
  }

  @Override
  public ObjectNode sent(Sent sent) {
    return node("sent", sent.message())
        .put("channel", sent.content().channel())
        .put("template", sent.content().template())
        .put("offer", sent.content().offer())
        .put("validUntil", when.iso(sent.content().validUntil()))
        .put("text", sent.reason());
  }

  @Override
  public ObjectNode takenBack(TakenBack takenBack) {
    return node("taken-back", takenBack.message())
        .put("cause", takenBack.cause())
        .put("text", takenBack.reason());
  }

  @Override
  public ObjectNode regrouped(Regrouped change) {
    return node(change.group().name().toLowerCase(Locale.ROOT))
        .put("from", change.from())
        .put("to", change.to());
  }

  @Override
  public ObjectNode refused(Refused refused) {
    return node("refused")
        .put("event", refused.record())
        .put("reason", refused.reason())
        .put("detail", refused.detail());
  }

  @Override
  public ObjectNode erased(Erased erased) {
    return node("erased");
  }

  private ObjectNode node(String kind) {
    return JSON.createObjectNode()
        .put("at", when.iso(Instant.ofEpochMilli(chapter.atMillis())))
        .put("kind", kind);
  }

  private ObjectNode node(String kind, RunName run) {
    return node(kind).put("rule", run.rule()).put("occasion", run.occasion());
  }

  private ObjectNode node(String kind, MessageName message) {
    return node(kind, message.run()).put("step", message.step()).put("id", message.id());
  }

  /** The events of the instant; null where it was time alone. */
  private void putCause(ObjectNode node) {
    node.put(
        "by",
        chapter.events().isEmpty()
            ? null
            : chapter.events().stream()
                .map(event -> event.name().label())
                .collect(Collectors.joining(", ")));
  }

  private void putDue(ObjectNode node, String name, List<Due> dues) {
    ArrayNode list = node.putArray(name);
    dues.forEach(due -> list.addObject().put("step", due.step()).put("at", when.iso(due.at())));
  }

  private static void putAsked(ObjectNode node, List<Asked> asked) {
    ArrayNode list = node.putArray("asked");
    asked.forEach(
        one ->
            list.addObject()
                .put("subject", one.subject())
                .put("value", one.value())
                .put("demand", one.demand())
                .put("truth", one.truth().toString())
                .put("missing", one.missing()));
  }
}
