package io.kairos.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is copied of a state that was read, and what is written anew. */
class ReadingTest {
  private static final List<Integer> NOTHING = List.of();

  private int written;

  @Test
  void copiesAPartThatWasReadAndLeftAlone() {
    byte[] bytes = packed(Reading.NONE, List.of(1, 2), List.of(3));
    Unpacker in = new Unpacker(bytes);
    List<Integer> first = read(in);
    List<Integer> second = read(in);
    written = 0;

    assertThat(packed(in.reading(), first, second)).isEqualTo(bytes);
    assertThat(written).isZero();
  }

  @Test
  void writesAPartThatBecameAnother() {
    Unpacker in = new Unpacker(packed(Reading.NONE, List.of(1, 2), List.of(3)));
    List<Integer> first = read(in);
    read(in);
    written = 0;

    byte[] bytes = packed(in.reading(), first, List.of(4, 5, 6));

    assertThat(written).as("the new part alone").isEqualTo(3);
    assertThat(bytes).isEqualTo(packed(Reading.NONE, List.of(1, 2), List.of(4, 5, 6)));
  }

  @Test
  void takesOneByteForAPartThatSaysNothing() {
    Unpacker in = new Unpacker(packed(Reading.NONE, NOTHING, List.of(3)));

    assertThat(read(in)).isSameAs(NOTHING);
    assertThat(packed(in.reading(), NOTHING, NOTHING)).containsExactly(0, 0);
  }

  @Test
  void knowsMorePartsThanItHasRoomForAtFirst() {
    Packer out = new Packer();
    for (int part = 1; part <= 40; part++) {
      out.part(List.of(part), this::write);
    }
    Unpacker in = new Unpacker(out.toBytes());
    List<List<Integer>> parts = new ArrayList<>();
    for (int part = 1; part <= 40; part++) {
      parts.add(read(in));
    }
    written = 0;

    Packer again = new Packer(in.reading());
    parts.forEach(part -> again.part(part, this::write));

    assertThat(again.toBytes()).isEqualTo(out.toBytes());
    assertThat(written).isZero();
  }

  private byte[] packed(Reading reading, List<Integer> first, List<Integer> second) {
    return new Packer(reading)
        .part(first, NOTHING, this::write)
        .part(second, NOTHING, this::write)
        .toBytes();
  }

  private void write(List<Integer> part, Packer out) {
    written += part.size();
    out.list(part, (number, to) -> to.unsigned(number));
  }

  private static List<Integer> read(Unpacker in) {
    return in.part(NOTHING, from -> from.list(Unpacker::unsignedInt));
  }
}
