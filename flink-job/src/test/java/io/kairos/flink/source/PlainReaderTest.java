package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.Wire;
import io.kairos.flink.operator.AnyRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading a record from its bytes says what Avro says, of whatever bytes. */
class PlainReaderTest {
  private static final long BOUND = 2_000;
  private static final long ARRIVAL = 1_800_000_000_000L;
  private static final WireReader.Arrival AT = new WireReader.Arrival(ARRIVAL, BOUND);
  private static final int HEADER_BYTES = 10;

  private final WireReader reader = new WireReader(BOUND);

  /**
   * Where this fails, a schema has changed: let {@link PlainClick}, {@link PlainCart} or {@link
   * PlainOrder} read its fields, and give them its fingerprint, as {@code
   * schemas/released/fingerprints.json} has it.
   */
  @ParameterizedTest
  @EnumSource(names = "CUSTOMERS", mode = EnumSource.Mode.EXCLUDE)
  void theSchemasAreThoseThatItWasWrittenFor(Origin origin) {
    assertThat(PlainReader.knows(origin)).isTrue();
  }

  @Property(tries = 2_000)
  void itReadsWhateverIsPlain(@ForAll long seed, @ForAll Origin origin) throws Exception {
    byte[] record = encoded(new AnyRecord(new Random(seed)).of(origin));
    Event event = new PlainReader().read(origin, record, AT);
    if (origin == Origin.CUSTOMERS) {
      assertThat(event).isNull();
    } else {
      assertThat(event).isEqualTo(reader.readByAvro(origin, record, AT));
    }
  }

  @Property(tries = 20_000)
  void mangledRecordsSayWhatTheySayByAvro(@ForAll long seed, @ForAll Origin origin) {
    Random random = new Random(seed);
    byte[] record = encoded(new AnyRecord(random).of(origin));
    for (int rest = 1 + random.nextInt(3); rest > 0 && record.length > HEADER_BYTES; rest--) {
      int at = HEADER_BYTES + random.nextInt(record.length - HEADER_BYTES);
      record = any(Mangled.values(), random).of(record, at, random);
    }
    assertAlike(origin, record);
  }

  @Property(tries = 2_000)
  void recordsInBlocksSayWhatTheySayByAvro(@ForAll long seed, @ForAll Origin origin)
      throws Exception {
    assertAlike(origin, inBlocks(new AnyRecord(new Random(seed)).of(origin)));
  }

  @Property(tries = 500)
  void recordsWithAnotherHeaderSayWhatTheySayByAvro(@ForAll long seed) {
    Random random = new Random(seed);
    Origin origin = any(Origin.values(), random);
    byte[] record = encoded(new AnyRecord(random).of(origin));
    assertAlike(any(Origin.values(), random), record);
    assertAlike(origin, Mangled.FLIPPED.of(record, random.nextInt(HEADER_BYTES), random));
    assertAlike(origin, Arrays.copyOf(record, random.nextInt(HEADER_BYTES + 1)));
  }

  @Test
  void oneReaderReadsOnAfterARecordThatIsNotPlain() {
    byte[] view = Wire.view("ann", ARRIVAL);
    PlainReader plain = new PlainReader();
    assertThat(plain.read(Origin.CLICKSTREAM, Arrays.copyOf(view, 20), AT)).isNull();
    assertThat(plain.read(Origin.CLICKSTREAM, view, AT)).isNotNull();
  }

  private void assertAlike(Origin origin, byte[] record) {
    Said byBytes = Said.of(() -> reader.read(origin, record, ARRIVAL));
    Said byAvro =
        Said.of(
            () -> {
              if (record.length == 0) {
                throw new UnreadableRecord("empty", null);
              }
              return reader.readByAvro(origin, record, AT);
            });
    assertThat(byBytes).isEqualTo(byAvro);
  }

  /**
   * What a reader says of bytes: an event, or why it is none. Without the words: a virtual machine
   * that throws the same exception often leaves them out.
   */
  private record Said(Event event, Class<?> refusal) {
    interface Reading {
      Event read() throws UnreadableRecord;
    }

    static Said of(Reading reading) {
      try {
        return new Said(reading.read(), null);
      } catch (UnreadableRecord unreadable) {
        Throwable why = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return new Said(null, why.getClass());
      }
    }
  }

  private static byte[] encoded(GenericData.Record record) {
    return Wire.bytes(new BinaryMessageEncoder<>(GenericData.get(), record.getSchema()), record);
  }

  /** With each collection in blocks that say how many bytes they take. */
  private static byte[] inBlocks(GenericData.Record record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(encoded(record), 0, HEADER_BYTES);
    BinaryEncoder blocks =
        new EncoderFactory().configureBlockSize(64).blockingBinaryEncoder(out, null);
    new GenericDatumWriter<GenericData.Record>(record.getSchema()).write(record, blocks);
    blocks.flush();
    return out.toByteArray();
  }

  private static <T> T any(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
