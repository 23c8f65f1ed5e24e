package io.kairos.local;

import io.kairos.local.imports.ImportException;
import io.kairos.local.rules.FaultException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * How a command fails: one clear line on standard error, and the stack trace only on request. A
 * fault of a file is shown with its place, as a compiler does.
 */
public final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private static final String PREFIX = "kairos: ";

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(PREFIX + e.getMessage() + " (see " + name + " --help)");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean verbose = isVerbose(command);
    if (e instanceof FaultException fault) {
      fault.lines().forEach(err::println);
    } else {
      err.println(PREFIX + describe(e) + (verbose ? "" : hint(e)));
    }
    if (verbose) {
      e.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String describe(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  private static String hint(Exception e) {
    boolean mendable = e instanceof CommandError || e instanceof ImportException;
    return mendable && e.getCause() == null ? "" : " (--verbose shows the cause)";
  }

  private static boolean isVerbose(CommandLine command) {
    return command.getCommandSpec().root().userObject() instanceof KairosCommand root
        && root.verbose();
  }
}
