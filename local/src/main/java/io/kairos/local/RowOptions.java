package io.kairos.local;

import io.kairos.local.export.ExportRequest;
import io.kairos.local.export.ExportTopic;
import io.kairos.local.export.RowFilter;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which rows a table has. */
final class RowOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = InstantText.class,
      description =
          "Leave out what is before this instant, as 2019-10-01T04:00:00Z: triggers by eventTime,"
              + " decisions by decidedAt, profiles by asOf.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Leave out what is at this instant or after it.")
  private Instant to;

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Only what this rule decided. Not for profiles.")
  private String rule;

  @Option(names = "--customer", paramLabel = "ID", description = "Only this customer's.")
  private String customer;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many rows, the first.")
  private Long limit;

  /**
   * The rows of a topic that are wanted.
   *
   * @throws ParameterException if the options do not fit it, or each other
   */
  ExportRequest of(ExportTopic topic) {
    RowFilter filter =
        new RowFilter(
            Optional.ofNullable(from),
            Optional.ofNullable(to),
            Optional.ofNullable(rule),
            Optional.ofNullable(customer));
    try {
      return new ExportRequest(topic, filter, limit == null ? Long.MAX_VALUE : limit);
    } catch (CommandError wrong) {
      throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
    }
  }
}
