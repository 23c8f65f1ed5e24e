package io.kairos.local.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kairos.local.InputEvent;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records that a job was fed before a savepoint, and those after it, as a file keeps them for later
 * builds.
 */
record GoldenInput(List<Input> before, List<Input> after) {
  private static final int EVENTS = 1_500;
  private static final int PARTITIONS = 2;
  private static final String SAVEPOINT = "savepoint";
  private static final String ABSENT = "-";

  /** Traffic under a rule of the rules topic, some of it still waiting at the savepoint. */
  static GoldenInput make() throws IOException {
    List<InputEvent> events = SomeTraffic.first(EVENTS);
    List<Input> before = new ArrayList<>();
    before.add(rule(events.get(0).timeMillis()));
    events.subList(0, EVENTS / 2).forEach(event -> before.add(Input.of(event)));
    long reached = events.get(EVENTS * 2 / 5).timeMillis();
    for (Topics topic : Topics.inputs()) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        before.add(Input.tick(topic, partition, reached));
      }
    }
    return new GoldenInput(
        before, events.subList(EVENTS / 2, EVENTS).stream().map(Input::of).toList());
  }

  private static Input rule(long stampMillis) throws IOException {
    RuleRecord record =
        RuleRecord.newBuilder()
            .setKind(RuleKind.RULE)
            .setId("liked")
            .setVersion(1)
            .setStatus("active")
            .setBody(
                "{id: liked, event: like, after: 20m, again: always,"
                    + " send: {channel: push, template: liked}}")
            .build();
    return new Input(
        Topics.RULES,
        0,
        stampMillis,
        "rule/liked@1".getBytes(UTF_8),
        RuleRecord.getEncoder().encode(record).array());
  }

  List<Input> whole() {
    return Stream.concat(before.stream(), after.stream()).toList();
  }

  /** Long enough after the last for its reminder to fall due, epoch milliseconds. */
  long end() {
    return after.get(after.size() - 1).stampMillis() + Duration.ofHours(2).toMillis();
  }

  /** So far ahead that time has come to the end whatever the lateness bound. */
  long beyond() {
    return 2 * end() - after.get(0).stampMillis();
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    List<String> lines = new ArrayList<>();
    before.forEach(input -> lines.add(line(input)));
    lines.add(SAVEPOINT);
    after.forEach(input -> lines.add(line(input)));
    Files.write(file, lines);
  }

  static GoldenInput read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int cut = lines.indexOf(SAVEPOINT);
    return new GoldenInput(
        lines.subList(0, cut).stream().map(GoldenInput::input).toList(),
        lines.subList(cut + 1, lines.size()).stream().map(GoldenInput::input).toList());
  }

  private static String line(Input input) {
    return String.join(
        " ",
        input.topic().name(),
        input.partition() == null ? ABSENT : input.partition().toString(),
        Long.toString(input.stampMillis()),
        text(input.key()),
        text(input.value()));
  }

  private static Input input(String line) {
    String[] words = line.split(" ");
    return new Input(
        Topics.valueOf(words[0]),
        words[1].equals(ABSENT) ? null : Integer.valueOf(words[1]),
        Long.parseLong(words[2]),
        bytes(words[3]),
        bytes(words[4]));
  }

  private static String text(byte[] bytes) {
    return bytes == null ? ABSENT : Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.equals(ABSENT) ? null : Base64.getDecoder().decode(text);
  }
}
