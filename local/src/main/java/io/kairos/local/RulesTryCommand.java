package io.kairos.local;

import io.kairos.local.trial.Trial;
import io.kairos.local.trial.TrialReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos rules try}: what the rules of a file would say to a customer. */
@Command(
    name = "try",
    description = {
      "Shows what the rules of a file would say to one customer now, were their waits over: the"
          + " message as the sender will see it, or what stands in the way. Nothing is sent.",
      "The customer's events come from the input topics of the demo that runs on this machine, of"
          + " any Kafka, or from a file."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RulesTryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The rule file.")
  private Path rules;

  @Option(
      names = "--customer",
      required = true,
      paramLabel = "ID",
      description = "The customer's id.")
  private String customerId;

  @Mixin private HistoryOptions events;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    TrialReport report = report();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.encodable(report.json()));
    } else {
      report.lines().forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private TrialReport report() throws Exception {
    HistoryOptions.Found found = events.find();
    StatusLine line = StatusLine.after(Duration.ofSeconds(1), spec.commandLine().getErr());
    try (StopSignal stop = StopSignal.install()) {
      return new Trial(rules, customerId).run(found.events(line, stop), found.shop());
    } finally {
      line.done();
    }
  }
}
