package io.kairos.local;

import io.kairos.local.fit.Fit;
import io.kairos.local.fit.FitRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kairos fit}: the parameters of the prediction models from a file of purchases. */
@Command(
    name = "fit",
    description = {
      "Fits the prediction models to the orders of a file: BG/NBD to the days on which customers"
          + " bought, Gamma-Gamma to what they spent.",
      "Orders of one customer and day in the format's zone count as one purchase."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class FitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private FormatOptions input;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = DateText.class,
      description = "Last day that counts, as 1997-09-30; without it, the day of the last event.")
  private LocalDate until;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the model file there, over what is there.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Path file = input.file();
    if (out != null) {
      GivenFile.makeFolder("--out", out.toAbsolutePath().getParent());
    }
    FitRequest request =
        new FitRequest(input.format(), file, Optional.ofNullable(until), Optional.ofNullable(out));
    new Fit(request, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
    return 0;
  }
}
