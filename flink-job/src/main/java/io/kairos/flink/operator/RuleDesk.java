package io.kairos.flink.operator;

import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.metrics.Counted;
import io.kairos.flink.metrics.Tally;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.flink.source.DeadLetters;
import io.kairos.flink.state.CustomerKey;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of the rules topic and sees to it that they reach customers at rest. Keeps in
 * state only for which changes all customers were walked over; the rules themselves are read from
 * the topic at every start, but for those of a bounded job.
 */
final class RuleDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuleDesk.class);

  /** Customers looked at between two watermarks. */
  private static final int SLICE = 2_000;

  private static final String TAKEN = "taken";
  private static final String REFUSED = "refused";

  private final KairosConfig config;
  private final DeadLetters letters;
  private final RuleHistory history;
  private final TopicRules topic;
  private final TakenRules taken;
  private final ListState<Long> swept;
  private Tally tally;
  private boolean first;
  private long sweptMark;
  private long sweepingMark;
  private KeySweep sweep;

  /** Begins a walk over all customers. */
  interface Walk {
    KeySweep begin() throws IOException;
  }

  /** What is done with each customer of a walk. */
  interface Look {
    void at(CustomerKey key) throws IOException;
  }

  RuleDesk(KairosConfig config, OperatorStateStore store) throws Exception {
    this.config = config;
    this.letters = new DeadLetters(config.input().maxRecordBytes());
    this.history = config.decisions().history();
    this.topic = new TopicRules(history, config.decisions().activationDelayMillis());
    this.swept = store.getUnionListState(new ListStateDescriptor<>(Names.SWEPT, Types.LONG));
    this.sweptMark = sweptByAll(swept.get());
    this.taken = TakenRules.of(config.input().bounded(), store);
    for (RuleUpdate update : taken.restored()) {
      takeAgain(update);
    }
  }

  private void takeAgain(RuleUpdate update) {
    try {
      topic.take(update);
    } catch (RuleFileException | IOException refusedBefore) {
      LOG.debug("Record {} of the rules topic was refused before", update.offset());
    }
  }

  /** A mark on which the subtasks agree; if they do not, some had not come to the end. */
  private static long sweptByAll(Iterable<Long> marks) {
    Set<Long> different = new HashSet<>();
    marks.forEach(different::add);
    return different.size() == 1 ? different.iterator().next() : 0;
  }

  /**
   * @param first whether this subtask speaks for all, who hear the same
   */
  void open(Tally counts, boolean first) {
    this.tally = counts;
    this.first = first;
    if (first) {
      tally.announce(Counted.RULE_RECORDS, TAKEN);
      tally.announce(Counted.RULE_RECORDS, REFUSED);
    }
  }

  RuleHistory history() {
    return history;
  }

  /** Takes a record; one that is wrong changes nothing and becomes a dead letter, once. */
  Optional<DeadLetter> take(RuleUpdate update) {
    if (!taken.add(update)) {
      return Optional.empty();
    }
    try {
      topic.take(update);
      count(TAKEN);
      return Optional.empty();
    } catch (RuleFileException | IOException refused) {
      count(REFUSED);
      if (!first) {
        return Optional.empty();
      }
      LOG.warn(
          "Record {} of the rules topic is refused: {}", update.offset(), refused.getMessage());
      return Optional.of(letter(update, refused.getMessage()));
    }
  }

  private void count(String what) {
    if (first) {
      tally.add(Counted.RULE_RECORDS, what);
    }
  }

  private DeadLetter letter(RuleUpdate update, String why) {
    return DeadLetter.newBuilder()
        .setValue(letters.value(update.value()))
        .setTopic(Topics.RULES.name(config.topicPrefix()))
        .setPartition(0)
        .setOffset(update.offset())
        .setAppendTime(update.arrivalMillis())
        .setReason("RULE_REFUSED")
        .setDetail(letters.detail(update.value(), why))
        .build();
  }

  /**
   * Walks on over the customers after a change.
   *
   * @param last whether to walk to the end, since no watermark follows
   */
  void sweep(Walk walk, boolean last, Look look) throws IOException {
    if (sweep == null && history.turnsMark() != sweptMark) {
      sweepingMark = history.turnsMark();
      sweep = walk.begin();
    }
    for (int left = SLICE; sweep != null && (left > 0 || last); left--) {
      if (sweep.hasNext()) {
        look.at(sweep.next());
      } else {
        close();
        sweptMark = sweepingMark;
      }
    }
  }

  void snapshot() throws Exception {
    swept.update(List.of(sweptMark));
    taken.snapshot(first);
  }

  @Override
  public void close() {
    if (sweep != null) {
      sweep.close();
      sweep = null;
    }
  }
}
