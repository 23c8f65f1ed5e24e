package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.util.Optional;

/**
 * A declaration as a file has it, without a version of its own.
 *
 * @param id what it declares
 * @param body YAML without version, status and dates
 * @param status empty where the file does not say
 * @param period the dates that the file says
 */
public record Draft(DeclarationId id, String body, Optional<Status> status, Period period) {

  /** A draft of which nothing is said but the body. */
  static Draft of(DeclarationId id, String body) {
    return new Draft(id, body, Optional.empty(), Period.OPEN);
  }

  /** An older version, to be published again: for shadow and test as it was, else active. */
  public static Draft again(Revision older) {
    Optional<Status> status = Optional.of(older).filter(Revision::isRunning).map(Revision::status);
    return new Draft(older.id(), older.body(), status, Period.OPEN);
  }

  /** The same with what a command line says, which goes before what the file says. */
  public Draft under(Optional<Status> other, Period dates) {
    return new Draft(id, body, other.or(this::status), dates.or(period));
  }
}
