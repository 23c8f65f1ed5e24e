package io.kairos.local;

import io.kairos.local.imports.ImportException;
import io.kairos.local.rules.FaultException;
import io.kairos.local.view.Columns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * How a command fails: one clear line on standard error, and the stack trace only on request. A
 * command without {@code --verbose} cannot be asked: its trace goes to the log, or to standard
 * error where there is none. A fault of a file is shown with its place, as a compiler does.
 * Messages quote texts of customers, so nothing of them may drive the terminal.
 */
public final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private static final String PREFIX = "kairos: ";
  private static final String LOG = "kairos.log";
  private static final String VERBOSE = "--verbose";

  private final Path log;

  /** Of a process whose log the system property {@code kairos.log} names. */
  public ErrorReport() {
    this(Optional.ofNullable(System.getProperty(LOG)).map(Path::of).orElse(null));
  }

  /**
   * Of a process with such a log.
   *
   * @param log traces are added to its end; null for none
   */
  ErrorReport(Path log) {
    this.log = log;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(PREFIX + describe(e) + " (see " + name + " --help)");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean verbose = isVerbose(command);
    if (e instanceof FaultException fault) {
      fault.lines().forEach(err::println);
    } else {
      err.println(PREFIX + describe(e) + (verbose ? "" : hint(e, command)));
    }
    if (verbose) {
      err.print(trace(e));
      err.flush();
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String describe(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : Columns.harmlessLines(message);
  }

  /** Where the cause is found, or the cause itself. */
  private String hint(Exception e, CommandLine command) {
    boolean mendable = e instanceof CommandError || e instanceof ImportException;
    if (mendable && e.getCause() == null) {
      return "";
    } else if (command.getCommandSpec().root().findOption(VERBOSE) != null) {
      return " (" + VERBOSE + " shows the cause)";
    }
    String trace = trace(e);
    return isLogged(trace) ? " (the cause is in " + log + ")" : System.lineSeparator() + trace;
  }

  private static String trace(Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    return Columns.harmlessLines(trace.toString());
  }

  private boolean isLogged(String trace) {
    if (log == null) {
      return false;
    }
    try {
      Files.writeString(log, trace, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return true;
    } catch (IOException unwritable) {
      return false;
    }
  }

  private static boolean isVerbose(CommandLine command) {
    return command.getCommandSpec().root().userObject() instanceof KairosCommand root
        && root.verbose();
  }
}
