package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.wire.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers are written alike everywhere, as in the documentation. */
class NumbersTest {
  private final Locale usual = Locale.getDefault();

  @BeforeEach
  void goAbroad() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void comeBack() {
    Locale.setDefault(usual);
  }

  @Test
  void ofRecords() {
    Sample some = Samples.refused(Topics.CART, 5_000, RejectionReason.UNKNOWN_CURRENCY, 5_000);

    assertThat(found(Check.ofSamples(new RefusedCheck()), Samples.late(1_200, 0, 0)))
        .containsExactly("1,200, none refused");
    assertThat(found(Check.ofSamples(new RefusedCheck()), some))
        .containsExactly("50.0 % of 10,000 are refused as UNKNOWN_CURRENCY: what was wrong");
  }

  @Test
  void ofRecordsThatAreToBeRead() {
    assertThat(found(new BacklogCheck(), reading(1_200, 0)))
        .containsExactly("1,200 records behind at the last checkpoint of group kairos.job");
    assertThat(found(new BacklogCheck(), reading(0, 1_200)))
        .containsExactly("1,200 records were deleted before group kairos.job read them");
  }

  @Test
  void ofBytes() {
    SeenTopic topic = Known.topic(Topics.CART, "retention.bytes", "1200");

    assertThat(Known.found(new RetentionCheck(), topic))
        .extracting(Finding::found)
        .contains("1,200 bytes a partition");
    assertThat(found(new RecordSizeCheck(), wide(Topics.DEAD_LETTERS, "1200")))
        .contains("1,200 bytes, but a dead letter may take 1,114,112");
    assertThat(found(new RecordSizeCheck(), wide(Topics.CART, "5000000")))
        .contains("5,000,000 bytes, while source.max-record-size is 1,048,576");
  }

  private static Known wide(Topics topic, String bytes) {
    return Known.sound().with(Known.topic(topic, "max.message.bytes", bytes));
  }

  private static Known reading(long behind, long lost) {
    List<Reading> readings = List.of(new Reading("kairos.cart", 12, behind, lost));
    return Known.sound()
        .with(new Access(Access.Guard.NONE, Optional.empty(), Optional.of(readings)));
  }

  private static List<String> found(Check check, Sample sample) {
    return found(check, Known.sound().with(sample));
  }

  private static List<String> found(Check check, Known known) {
    return check.look(known.installation()).stream().map(Finding::found).toList();
  }
}
