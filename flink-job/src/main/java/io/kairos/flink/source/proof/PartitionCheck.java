package io.kairos.flink.source.proof;

import java.util.concurrent.CompletableFuture;

/** Where the check of one partition stands. For one thread. */
final class PartitionCheck {
  private final ReadPosition read;
  private Question open;
  private long seenNext = -1;
  private long shortAt = -1;
  private Stretch empty = Stretch.NONE;

  /**
   * A question that was put to the broker.
   *
   * @param askedMillis the local time before it was put
   */
  private record Question(long askedMillis, CompletableFuture<Long> end) {}

  /** What is known of a partition after a round. */
  enum Finding {
    /** Records came. */
    MOVING,
    /** All that was appended before the question was handed on. */
    PROVEN,
    /** There is more to read, or may be. */
    UNREAD,
    /** Nobody has answered yet. */
    UNANSWERED
  }

  PartitionCheck(ReadPosition read) {
    this.read = read;
  }

  /** Whether records came since it was asked last. Of a topic made anew nothing is known. */
  boolean hasMoved() {
    long next = read.next();
    boolean moved = next != seenNext;
    if (next < seenNext) {
      empty = Stretch.NONE;
    }
    seenNext = next;
    return moved;
  }

  /** Whether a question waits for its answer. */
  boolean isAsked() {
    return open != null;
  }

  void asked(long millis, CompletableFuture<Long> end) {
    open = new Question(millis, end);
  }

  /** The answer that a question waits for; done if there is none. */
  CompletableFuture<Long> answer() {
    return open.end();
  }

  /** Takes the answer, if it is there. */
  Finding judge() {
    if (open == null || !open.end().isDone()) {
      return Finding.UNANSWERED;
    }
    if (open.end().isCompletedExceptionally()) {
      open = null;
      return Finding.UNANSWERED;
    }
    Finding finding = judge(read.next(), open.end().join());
    if (finding == Finding.PROVEN) {
      open = null;
    }
    return finding;
  }

  private Finding judge(long next, long end) {
    if (end <= next || empty.covers(next, end)) {
      read.proven(open.askedMillis(), next, end);
      return Finding.PROVEN;
    }
    return Finding.UNREAD;
  }

  /**
   * Whether what is left to read may be no record at all: the reader has stood there for a round,
   * and no record was seen there.
   */
  boolean mayBeEmpty() {
    long next = read.next();
    boolean stands = next == shortAt;
    shortAt = next;
    return stands && !empty.leadsToRecord(next);
  }

  /** From where to look for a record: behind what is known to be empty. */
  long lookFrom() {
    return empty.holds(shortAt) ? empty.to() : shortAt;
  }

  /** Takes what was found there, and judges anew. */
  Finding looked(Stretch found) {
    long from = empty.holds(shortAt) ? empty.from() : found.from();
    empty = new Stretch(from, found.to(), found.atRecord());
    return judge();
  }

  /** The question is answered, whatever came of it. */
  void settle() {
    if (open != null && open.end().isDone()) {
      open = null;
    }
  }
}
