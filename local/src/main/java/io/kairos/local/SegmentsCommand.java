package io.kairos.local;

import io.kairos.local.profiles.ProfileSource;
import io.kairos.local.profiles.ReadCount;
import io.kairos.local.profiles.SegmentCount;
import io.kairos.local.profiles.SegmentReport;
import io.kairos.local.profiles.SegmentSizes;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kairos segments}: how many customers are in which segment, stage and tier. */
@Command(
    name = "segments",
    description = {
      "Prints how many customers are in each segment, lifecycle stage and tier.",
      "It counts the profiles topic of the demo that runs on this machine, of any Kafka, or a file"
          + " of a replay. A customer can be in several segments; a share is that of all"
          + " customers."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class SegmentsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ProfileOptions options;

  @Option(names = "--json", description = "Print one JSON object, with shares from 0 to 1.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    SegmentReport report = new SegmentReport(sizes(options.find().opening()));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.encodable(report.json()));
    } else {
      report.lines().forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private SegmentSizes sizes(ProfileOptions.Opening opening) throws Exception {
    StatusLine line = StatusLine.after(Duration.ofSeconds(1), spec.commandLine().getErr());
    SegmentCount count = new SegmentCount();
    try (StopSignal stop = StopSignal.install();
        ProfileSource source = opening.open(SegmentCount.shape(), new ReadCount(line), stop)) {
      count.read(source);
    } finally {
      line.done();
    }
    SegmentSizes sizes = count.sizes();
    count.leftOut().ifPresent(what -> sayLeftOut(what, sizes));
    return sizes;
  }

  private void sayLeftOut(String what, SegmentSizes sizes) {
    if (sizes.customers() == 0) {
      throw new CommandError("nothing to count: " + what);
    }
    spec.commandLine().getErr().println("kairos: " + what);
  }
}
