package io.kairos.local;

import io.kairos.engine.profile.Shop;
import io.kairos.local.rules.Difference;
import io.kairos.local.rules.DifferenceLine.Paper;
import io.kairos.local.rules.FaultReport;
import io.kairos.local.rules.Plural;
import io.kairos.local.rules.Preview;
import io.kairos.local.rules.Proposal;
import io.kairos.local.rules.Revision;
import io.kairos.local.rules.RuleSource;
import io.kairos.local.rules.Trial;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kairos rules publish}: new versions of what a file declares. */
@Command(
    name = "publish",
    description = {
      "Publishes what a file declares, after it has shown what changes and asked.",
      "The file holds rules, segments, tables and so on, as many as you like; what it does not"
          + " name stays as it is. Every change is a new version."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RulesPublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DraftOptions drafts;

  @Mixin private AuthorOptions author;

  @Mixin private CurrencyOption currency;

  @Mixin private RulesOptions rules;

  @Mixin private TimelinessOptions timeliness;

  @Option(
      names = {"-y", "--yes"},
      description = "Publish without a question, as in a script.")
  private boolean yes;

  @Option(
      names = "--preview",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Show first what the rules would have sent over the last 7 days of the deployment's own"
              + " events, before and after; --no-preview leaves it out.")
  private boolean previewed;

  @Override
  public Integer call() throws Exception {
    drafts.requireOne();
    RulesDesk desk = rules.open();
    RuleSource source = drafts.source(desk);
    Proposal proposal =
        Proposal.of(
            desk.ledger(),
            drafts.drafts(source, desk.ledger()),
            author.authorship(),
            desk.activation());
    List<Revision> revisions = new Trial(proposal, source, currency.code()).order();
    PrintWriter out = spec.commandLine().getOut();
    if (revisions.isEmpty()) {
      out.println("Nothing to publish: all of it holds already, or is published for later.");
      return 0;
    }
    show(proposal, source, desk);
    if (!isWanted(Plural.of(revisions.size(), "change"))) {
      out.println("Nothing was published.");
      return 0;
    }
    desk.write("Published", revisions, out);
    return 0;
  }

  private void show(Proposal proposal, RuleSource source, RulesDesk desk) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Paper paper = Ansi.AUTO.enabled() ? Paper.COLOURED : Paper.PLAIN;
    new Difference(desk.moments())
        .of(proposal.changes())
        .forEach(line -> out.println(line.on(paper)));
    FaultReport report = new FaultReport(source.file());
    drafts
        .warnings(source, proposal, desk.zone())
        .forEach(warning -> report.lines(warning).forEach(out::println));
    out.flush();
    preview(desk).lines(proposal.documentBefore(), proposal.documentAfter()).forEach(out::println);
    out.flush();
  }

  private Preview preview(RulesDesk desk) {
    Shop shop = new Shop(currency.code(), desk.zone());
    return previewed
        ? new BacktestPreview(
            desk.topic().access(),
            shop,
            timeliness.timeliness(),
            desk.now(),
            spec.commandLine().getErr())
        : Preview.NONE;
  }

  private boolean isWanted(String changes) {
    if (yes) {
      return true;
    }
    Console console = System.console();
    if (console == null) {
      throw new CommandError("nothing was published: there is no terminal to ask, so say --yes");
    }
    String answer = console.readLine("Publish %s? [y/N] ", changes);
    return answer != null && answer.strip().matches("(?i)y|yes");
  }
}
