package io.kairos.local.cluster;

import io.kairos.local.CommandError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a job failed, in one line: Flink says so at the end of a chain of causes only. */
public final class JobFailure {
  /** An error that Kairos gives a name, which its documentation explains. */
  private static final Pattern NAMED = Pattern.compile("\\b[A-Z]+(_[A-Z]+)+: .*", Pattern.DOTALL);

  private JobFailure() {}

  /** The error to show in place of Flink's own. */
  public static CommandError of(Throwable failure) {
    return new CommandError("the job failed: " + reason(failure), failure);
  }

  /** What has a name may have a cause without one, so it comes first. */
  private static String reason(Throwable failure) {
    String innermost = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      innermost = message(cause);
      Matcher named = NAMED.matcher(innermost);
      if (named.find()) {
        return named.group();
      }
    }
    return innermost;
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
