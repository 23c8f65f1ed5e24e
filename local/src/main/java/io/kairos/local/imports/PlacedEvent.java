package io.kairos.local.imports;

import io.kairos.local.InputEvent;
import io.kairos.wire.Topics;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * An event and its place in the file.
 *
 * @param row its first row
 * @param sequence how many events the format had pushed before it
 */
record PlacedEvent(long row, long sequence, InputEvent event) {

  /** By time, then by place in the file; no two events of one file are equal in it. */
  static final Comparator<PlacedEvent> ORDER =
      Comparator.comparingLong((PlacedEvent placed) -> placed.event.timeMillis())
          .thenComparingLong(PlacedEvent::row)
          .thenComparingLong(PlacedEvent::sequence);

  static SpillCodec<PlacedEvent> codec() {
    return new Codec();
  }

  private static final class Codec implements SpillCodec<PlacedEvent> {
    private static final Topics[] TOPICS = Topics.values();
    private final Map<Topics, AvroBinary<SpecificRecordBase>> binary = new EnumMap<>(Topics.class);

    private Codec() {
      for (Topics topic : Topics.inputs()) {
        binary.put(topic, new AvroBinary<>(AvroBinary.schemaOf(topic)));
      }
    }

    @Override
    public void write(PlacedEvent placed, DataOutputStream out) throws IOException {
      out.writeLong(placed.row);
      out.writeLong(placed.sequence);
      out.writeByte(placed.event.topic().ordinal());
      binary.get(placed.event.topic()).write(placed.event.record(), out);
    }

    @Override
    public PlacedEvent read(DataInputStream in) throws IOException {
      long row = in.readLong();
      long sequence = in.readLong();
      Topics topic = TOPICS[in.readByte()];
      return new PlacedEvent(row, sequence, ImportSink.input(topic, binary.get(topic).read(in)));
    }
  }
}
