package io.kairos.local;

import io.kairos.engine.rule.Status;
import io.kairos.local.rules.Draft;
import io.kairos.local.rules.Fault;
import io.kairos.local.rules.History;
import io.kairos.local.rules.Ledger;
import io.kairos.local.rules.Lookup;
import io.kairos.local.rules.Period;
import io.kairos.local.rules.Proposal;
import io.kairos.local.rules.Published;
import io.kairos.local.rules.RuleDocument;
import io.kairos.local.rules.RuleSource;
import io.kairos.local.rules.RuleText;
import io.kairos.local.rules.RuleWarnings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What is to be published: a file, or an older version. */
final class DraftOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A rule file or a model file.")
  private Path file;

  @Option(
      names = "--rollback",
      paramLabel = "ID",
      description = "In place of a file: publish an older version of this rule again.")
  private String rollback;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      converter = InstantText.class,
      description = "First instant at which it holds, as 2027-08-09T00:00:00+08:00.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "INSTANT|VERSION",
      description =
          "First instant at which it no longer holds; with --rollback the version to go back to.")
  private String to;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "active, shadow, test or paused. Without it: what the file says, else active; what is"
              + " paused as it takes effect stays paused.")
  private Status status;

  /**
   * Refuses options that contradict each other.
   *
   * @throws ParameterException naming what is wrong
   */
  void requireOne() {
    if ((file == null) == (rollback == null)) {
      throw wrong("give a file, or --rollback ID --to VERSION");
    } else if (rollback != null && to == null) {
      throw wrong("say by --to to which version to go back: see ./kairos rules history");
    } else if (status == Status.WITHDRAWN) {
      throw wrong("to withdraw a rule there is ./kairos rules withdraw ID");
    }
  }

  /**
   * The text that is published.
   *
   * @throws io.kairos.local.rules.FaultException if it is no rule file
   */
  RuleSource source(RulesDesk desk) {
    if (file != null) {
      return RuleSource.of(RuleText.read(file));
    }
    Published older = older(desk.ledger());
    List<String> lines = new RuleDocument(desk.moments()).lines(older);
    return RuleSource.of(new RuleText(older.revision().key(), String.join("\n", lines) + "\n"));
  }

  /** What it declares, under what the options say of all of it. */
  List<Draft> drafts(RuleSource source, Ledger ledger) {
    List<Draft> drafts =
        file == null ? List.of(Draft.again(older(ledger).revision())) : source.drafts();
    Period period = new Period(Optional.ofNullable(from), end());
    return drafts.stream().map(draft -> draft.under(Optional.ofNullable(status), period)).toList();
  }

  /** Of a file; whoever goes back knows the old version. */
  List<Fault> warnings(RuleSource source, Proposal proposal, ZoneId zone) {
    return file == null ? List.of() : RuleWarnings.of(source, proposal, zone);
  }

  private Optional<Instant> end() {
    if (to == null || rollback != null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new InstantText().convert(to));
    } catch (TypeConversionException noInstant) {
      throw wrong("--to: " + noInstant.getMessage());
    }
  }

  private Published older(Ledger ledger) {
    History history = new Lookup(ledger).any(rollback);
    if (!to.matches("\\d{1,9}")) {
      throw wrong("--to of a rollback is the number of a version, not '" + to + "'");
    }
    return history
        .version(Integer.parseInt(to))
        .orElseThrow(
            () ->
                new CommandError(
                    "%s has no version %s: see ./kairos rules history %s"
                        .formatted(rollback, to, rollback)));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
