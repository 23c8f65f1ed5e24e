package io.kairos.local.job;

import io.kairos.engine.cleaning.Cleaning;
import io.kairos.engine.cleaning.Rejection;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.Origin;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.SchemaArchive;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.message.MessageDecoder;

/** What the generated decoders and cleaning say of one record. */
final class Reference {
  private final Map<Topics, MessageDecoder<?>> generated =
      Map.of(
          Topics.CLICKSTREAM, ClickstreamEvent.createDecoder(SchemaArchive.released()),
          Topics.CART, CartEvent.createDecoder(SchemaArchive.released()),
          Topics.ORDERS, OrderEvent.createDecoder(SchemaArchive.released()),
          Topics.CUSTOMERS, CustomerEvent.createDecoder(SchemaArchive.released()));
  private final WireReader reader =
      new WireReader(KairosOptions.LATENESS.defaultValue().toMillis());
  private final Cleaning cleaning =
      new Cleaning(
          KairosOptions.CURRENCY.defaultValue(),
          KairosOptions.FUTURE_TOLERANCE.defaultValue().toMillis());

  /** Why the record must be refused; nothing if it still is a valid one. */
  Optional<RejectionReason> verdict(Input input) {
    byte[] value = input.value();
    if (value != null && value.length > KairosOptions.MAX_RECORD.defaultValue().getBytes()) {
      return Optional.of(RejectionReason.TOO_LARGE);
    }
    if (value == null || !isDecoded(input.topic(), value)) {
      return Optional.of(RejectionReason.UNREADABLE);
    }
    try {
      Origin origin = Origin.valueOf(input.topic().name());
      return cleaning.check(reader.read(origin, value, input.stampMillis())).map(Rejection::reason);
    } catch (UnreadableRecord unreadable) {
      return Optional.of(RejectionReason.UNREADABLE);
    }
  }

  private boolean isDecoded(Topics topic, byte[] value) {
    try {
      return generated.get(topic).decode(value) != null;
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }
}
