package io.kairos.local.rules;

import io.kairos.engine.rule.Status;

/**
 * One version of a declaration.
 *
 * @param id what it declares
 * @param number from 1; 0 for what stands in the base file and has no versions there
 * @param status what is done with it
 * @param body YAML; empty for the kill switch
 * @param terms since when, by whom and why
 */
public record Revision(DeclarationId id, int number, Status status, String body, Terms terms) {

  /**
   * Since when, by whom and why.
   *
   * @param period when it holds
   * @param author null where not given
   * @param note null where not given
   */
  public record Terms(Period period, String author, String note) {}

  /** The same, published again. */
  Revision again(int next, Authorship by) {
    return new Revision(id, next, status, body, new Terms(terms.period(), by.author(), by.note()));
  }

  /** The same at another time. */
  Revision during(Period other) {
    return new Revision(id, number, status, body, new Terms(other, terms.author(), terms.note()));
  }

  /** The key of its record. */
  public String key() {
    return id.key(number);
  }

  /** Whether it is neither paused nor withdrawn. */
  boolean isRunning() {
    return status != Status.PAUSED && status != Status.WITHDRAWN;
  }

  /** The same version in another state. */
  Revision as(Status other) {
    return new Revision(id, number, other, body, terms);
  }

  /** The same version with another body. */
  Revision saying(String other) {
    return new Revision(id, number, status, other, terms);
  }
}
