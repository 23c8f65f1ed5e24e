package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.kairos.local.CommandError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Stories of a test, told under the rules of a test. */
final class Told {
  static final String RULES =
      """
      rules:
        - id: cart
          event: cart.added
          per: cart
          after: 1h
          unless: [order.placed, cart.emptied]
          when: cart.value >= 50
          send: {channel: push, template: reminder, offer: ten-off, data: {worth: cart.value}}
        - id: series
          event: like
          again: always
          steps:
            - {id: soon, after: 10m, send: {channel: push, template: liked}}
            - {id: later, after: 2d, send: {channel: sms, template: still-liked}}
        - id: gold
          event: tier.raised
          per: tier
          send: {channel: push, template: welcome-gold}
      tiers:
        - {id: gold, monthlyAverage: 100, orders: 1}
      """;

  private Told() {}

  /** The report of the given lines and expectations of one story, as lines. */
  static String of(List<String> given, List<String> expect) {
    return String.join("\n", report(story(given, expect)).lines(StoryReport.Detail.VERDICT));
  }

  static String story(List<String> given, List<String> expect) {
    return "stories:\n  - story: a story\n    given:\n"
        + list(given)
        + "    expect:\n"
        + list(expect);
  }

  private static String list(List<String> lines) {
    return String.join("", lines.stream().map(line -> "      - " + line + "\n").toList());
  }

  static StoryReport report(String stories) {
    return new StoryReport(results(stories), Marks.of(StandardCharsets.UTF_8));
  }

  /** What is said of a file that is wrong. */
  static String complaint(String stories) {
    return catchThrowable(() -> results(stories)).getMessage();
  }

  static List<FileResult> results(String stories) {
    try {
      Path folder = Files.createTempDirectory("stories");
      Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
      Path file = Files.writeString(folder.resolve("s.yaml"), stories);
      try {
        return new StoryFiles(Optional.of(rules))
            .read(List.of(file)).stream()
                .map(
                    read -> {
                      StoryRun run = new StoryRun(read.rules(), read.shop());
                      return new FileResult(read, read.stories().stream().map(run::run).toList());
                    })
                .toList();
      } catch (CommandError wrong) {
        throw new CommandError(wrong.getMessage().replace(folder + "/", ""));
      } finally {
        Files.delete(file);
        Files.delete(rules);
        Files.delete(folder);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
