package io.kairos.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import org.junit.jupiter.api.Test;

/** What a later release wrote of constants that it added, read after a rollback to this one. */
class LaterReleaseTest {
  private static final int TODAY = 20_500;

  @Test
  void aCountOfALaterReleaseIsReadAndLeftOut() {
    Packer later = new Packer();
    later.unsigned(0).unsigned(1 | 1 << 7 | 1 << 8 | 1 << 20);
    later.unsigned(300).unsigned(2).unsigned(1_000_000).unsigned(7);
    Day.active(TODAY - 3).plus(DayCount.LIKES, 90).pack(later, TODAY);
    Unpacker in = new Unpacker(later.toBytes());

    Day first = Day.unpack(in, TODAY);
    Day second = Day.unpack(in, TODAY);

    assertThat(first.day()).isEqualTo(TODAY);
    assertThat(first.counts()).containsExactly(300, 0, 0, 0, 0, 0, 0, 2);
    assertThat(second.day()).isEqualTo(TODAY - 3);
    assertThat(second.counts()).containsExactly(0, 90, 0, 0, 1, 0, 0, 0);
    assertThat(in.more()).isFalse();
  }

  @Test
  void aStateOfALaterReleaseIsThatOfAnOrderGivenBack() {
    Packer later = new Packer();
    later.hash(7, 6).number(2).byteValue(3).number(100).unsigned(3).number(1);

    KnownOrder order = KnownOrder.unpack(new Unpacker(later.toBytes()), TODAY);

    assertThat(order)
        .isEqualTo(
            new KnownOrder(7, TODAY - 2, new Heard(3, TODAY - 1), KnownOrder.State.RETURNED, 100));
    assertThat(order.returnedWhollyBy(100)).isFalse();
  }
}
