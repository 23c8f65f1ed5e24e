package io.kairos.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.Decision;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class WireNumberTest {

  @Test
  void knowsWhatEveryLargeNumberOnTheWireMeans() {
    Set<String> known = new HashSet<>(WireNumber.AMOUNTS);
    known.addAll(WireNumber.TIMES);
    known.addAll(WireNumber.COUNTS);
    Set<String> onTheWire = new HashSet<>();
    List.of(
            ClickstreamEvent.getClassSchema(),
            CartEvent.getClassSchema(),
            OrderEvent.getClassSchema(),
            CustomerEvent.getClassSchema(),
            Trigger.getClassSchema(),
            Decision.getClassSchema())
        .forEach(schema -> collect(schema, null, onTheWire));
    assertThat(known).containsExactlyInAnyOrderElementsOf(onTheWire);
  }

  private static void collect(Schema schema, String name, Set<String> longs) {
    switch (schema.getType()) {
      case LONG -> longs.add(name);
      case RECORD -> schema.getFields().forEach(f -> collect(f.schema(), f.name(), longs));
      case UNION -> schema.getTypes().forEach(each -> collect(each, name, longs));
      case ARRAY -> collect(schema.getElementType(), name, longs);
      case MAP -> collect(schema.getValueType(), name, longs);
      default -> {
        // Nothing inside.
      }
    }
  }
}
