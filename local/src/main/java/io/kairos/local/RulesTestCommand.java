package io.kairos.local;

import io.kairos.local.stories.StoryCheck;
import io.kairos.local.stories.StoryReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos rules test}: whether rules say what stories expect of them. */
@Command(
    name = "test",
    description = {
      "Tells stories to the rules: given what a customer does, what is to be sent, and what not.",
      "Exits with 1 if one does not come out as expected. With --verbose it shows what happened in"
          + " each story."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RulesTestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "STORY-FILE",
      description = "Files of stories, or folders of them.")
  private List<Path> files;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "Rule file of all stories. Without it: the one that each story file names, else the"
              + " default rules.")
  private Path rules;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    StoryReport report = new StoryCheck(files, Optional.ofNullable(rules)).run();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.encodable(report.json()));
    } else {
      report.lines(detail()).forEach(out::println);
    }
    out.flush();
    return report.passed() ? 0 : 1;
  }

  private StoryReport.Detail detail() {
    boolean verbose = spec.root().userObject() instanceof KairosCommand root && root.verbose();
    return verbose ? StoryReport.Detail.TIMELINE : StoryReport.Detail.VERDICT;
  }
}
