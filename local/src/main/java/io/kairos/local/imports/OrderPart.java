package io.kairos.local.imports;

import io.kairos.wire.OrderEvent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * What one row says of an order.
 *
 * @param key equal for the rows of one order event
 * @param row number of the row
 * @param event the order event with the lines of this row alone and no amounts of the order
 * @param amount exact amount of the row, in units of the currency, at least 0
 */
record OrderPart(String key, long row, OrderEvent event, BigDecimal amount) {

  /** Rows of one order together, in the order of the file. */
  static final Comparator<OrderPart> ORDER =
      Comparator.comparing(OrderPart::key).thenComparingLong(OrderPart::row);

  static SpillCodec<OrderPart> codec() {
    return new Codec();
  }

  private static final class Codec implements SpillCodec<OrderPart> {
    private final AvroBinary<OrderEvent> binary = new AvroBinary<>(OrderEvent.getClassSchema());

    @Override
    public void write(OrderPart part, DataOutputStream out) throws IOException {
      out.writeUTF(part.key);
      out.writeLong(part.row);
      binary.write(part.event, out);
      out.writeUTF(part.amount.toString());
    }

    @Override
    public OrderPart read(DataInputStream in) throws IOException {
      return new OrderPart(
          in.readUTF(), in.readLong(), binary.read(in), new BigDecimal(in.readUTF()));
    }
  }
}
