package io.kairos.local.backtest;

import io.kairos.engine.event.Origin;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import io.kairos.local.imports.SpillCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Cleaned events in a temporary file: their fields one after the other. */
final class EnvelopeCodec implements SpillCodec<Envelope> {
  private static final Origin[] ORIGINS = Origin.values();

  @Override
  public void write(Envelope envelope, DataOutputStream out) throws IOException {
    out.writeLong(envelope.key().high());
    out.writeLong(envelope.key().low());
    out.writeByte(envelope.origin().ordinal());
    out.writeLong(envelope.positionMillis());
    out.writeLong(envelope.arrivalMillis());
    out.writeInt(envelope.record().length);
    out.write(envelope.record());
  }

  @Override
  public Envelope read(DataInputStream in) throws IOException {
    CustomerKey key = new CustomerKey(in.readLong(), in.readLong());
    Origin origin = ORIGINS[in.readByte()];
    long position = in.readLong();
    long arrival = in.readLong();
    byte[] record = new byte[in.readInt()];
    in.readFully(record);
    return new Envelope(key, origin, position, arrival, record);
  }

  @Override
  public int weight(Envelope envelope) {
    return envelope.heapBytes();
  }
}
