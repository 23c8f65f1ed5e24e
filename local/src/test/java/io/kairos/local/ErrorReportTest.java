package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorReportTest {
  private static final String HERE = "at " + ErrorReportTest.class.getName();

  @TempDir private Path folder;
  private Path log;
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void nameTheLog() {
    log = folder.resolve("kairos.log");
  }

  @Test
  void hintsAtTheOptionOfACommandThatHasIt() {
    CommandLine kairos = KairosCommand.commandLine();
    kairos.addSubcommand("fails", new Failing(new NullPointerException()));

    run(kairos, new ErrorReport(log), "fails");

    assertThat(err).hasToString(line("kairos: NullPointerException (--verbose shows the cause)"));
    assertThat(log).doesNotExist();
  }

  @Test
  void showsTheTraceWhereItIsAskedFor() {
    CommandLine kairos = KairosCommand.commandLine();
    kairos.addSubcommand("fails", new Failing(new NullPointerException()));

    run(kairos, new ErrorReport(log), "fails", "--verbose");

    assertThat(err.toString()).startsWith(line("kairos: NullPointerException")).contains(HERE);
  }

  @Test
  void logsTheTraceOfACommandWithoutTheOption() throws IOException {
    Files.writeString(log, line("before"));

    fail(new NullPointerException(), new ErrorReport(log));

    assertThat(err).hasToString(line("kairos: NullPointerException (the cause is in " + log + ")"));
    assertThat(log).content().startsWith(line("before")).contains(HERE);
  }

  @Test
  void printsItWhereThereIsNoLog() {
    fail(new NullPointerException(), new ErrorReport(null));

    assertThat(err.toString())
        .startsWith(line("kairos: NullPointerException"))
        .contains(HERE)
        .doesNotContain("--verbose");
  }

  @Test
  void printsItWhereTheLogCannotBeWritten() {
    fail(new NullPointerException(), new ErrorReport(folder));

    assertThat(err.toString()).contains(HERE).doesNotContain("the cause is in");
  }

  @Test
  void logsTheCauseOfAnErrorThatHasOne() {
    fail(new CommandError("stopped", new InterruptedException()), new ErrorReport(log));

    assertThat(err).hasToString(line("kairos: stopped (the cause is in " + log + ")"));
    assertThat(log).content().contains("Caused by: java.lang.InterruptedException");
  }

  @Test
  void hasNothingToAddToAnErrorThatIsTheWholeStory() {
    fail(new CommandError("--brokers must be at least 1"), new ErrorReport(log));

    assertThat(err).hasToString(line("kairos: --brokers must be at least 1"));
    assertThat(log).doesNotExist();
  }

  @Test
  void showsLinesOfAMessageButNothingThatDrivesTheTerminal() {
    fail(new CommandError("two\nlines of '\u001b[2J\r\u009b'"), new ErrorReport(log));

    assertThat(err).hasToString(line("kairos: two\nlines of ' [2J  '"));
  }

  @Test
  void takesWhatDrivesTheTerminalOutOfATraceToo() throws IOException {
    fail(new IllegalStateException("\u001b[2J"), new ErrorReport(null));
    fail(new IllegalStateException("\u001b[2J"), new ErrorReport(log));
    CommandLine kairos = KairosCommand.commandLine();
    kairos.addSubcommand("fails", new Failing(new IllegalStateException("\u001b[2J")));
    run(kairos, new ErrorReport(log), "fails", "--verbose");

    assertThat(err.toString()).contains("IllegalStateException:  [2J").doesNotContain("\u001b");
    assertThat(log).content().contains("\t" + HERE).doesNotContain("\u001b");
  }

  @Test
  void takesWhatDrivesTheTerminalOutOfAComplaintAboutOptions() {
    CommandLine kairos = KairosCommand.commandLine().setErr(new PrintWriter(err, true));

    assertThat(kairos.execute("\u001b[2J")).isEqualTo(CommandLine.ExitCode.USAGE);

    assertThat(err.toString()).contains("' [2J'").doesNotContain("\u001b");
  }

  private void fail(Exception error, ErrorReport report) {
    run(new CommandLine(new Failing(error)), report);
  }

  private void run(CommandLine command, ErrorReport report, String... args) {
    command.setErr(new PrintWriter(err, true)).setExecutionExceptionHandler(report);
    assertThat(command.execute(args)).isEqualTo(CommandLine.ExitCode.SOFTWARE);
  }

  private static String line(String text) {
    return text + System.lineSeparator();
  }

  @Command(name = "fails")
  private record Failing(Exception error) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw error;
    }
  }
}
