package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.PlainJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlFormatTest {
  private final ImportFormat format =
      ImportFormat.byName("jsonl", ImportOptions.defaults().withCurrency("EUR"));

  @Test
  void keepsTheFieldsOfTheWire() throws IOException {
    ClickstreamEvent view = read().records(ClickstreamEvent.class).get(0);
    assertThat(view.getEventId()).isEqualTo("e1");
    assertThat(view.getPrice()).isEqualTo(400);
    assertThat(view.getCurrency()).isEqualTo("EUR");
    assertThat(view.getAttributes()).isEmpty();
  }

  @Test
  void givesALineWithoutIdOne() throws IOException {
    CartEvent added = read().records(CartEvent.class).get(0);
    assertThat(added.getType()).isEqualTo(CartType.ADDED);
    assertThat(added.getEventId()).startsWith("jsonl-2-");
  }

  @Test
  void readsTimesInSecondsMillisecondsAndIso() throws IOException {
    assertThat(read().times())
        .containsExactly(
            1714550400000L, 1714550401000L, 1714550402000L, 1714550403000L, 1714550404000L);
  }

  @Test
  void readsRecordsInsideRecords() throws IOException {
    OrderEvent order = read().records(OrderEvent.class).get(0);
    CustomerEvent customer = read().records(CustomerEvent.class).get(0);
    assertThat(order.getLines().get(0).getUnitPrice()).isEqualTo(400);
    assertThat(order.getPlacedAt()).isEqualTo(1714550402000L);
    assertThat(customer.getConsents().get(0).getPurpose()).isEqualTo("marketing");
    assertThat(customer.getReachable()).containsEntry("sms", true);
  }

  @Test
  void saysWhyALineIsLeftOut() throws IOException {
    ImportCounts counts = read().counts();
    assertThat(counts.rows()).isEqualTo(12);
    assertThat(counts.leftOut(LeftOut.UNKNOWN_FIELD).example())
        .isEqualTo("line 7: unknown field 'itm', did you mean 'item'?");
    assertThat(counts.leftOut(LeftOut.BAD_NUMBER).example())
        .isEqualTo("line 8: 'price' is not a whole number: 4.5");
    assertThat(counts.leftOut(LeftOut.UNKNOWN_TYPE).example())
        .isEqualTo("line 9: topic 'cart' has no type 'view'");
    assertThat(counts.leftOut(LeftOut.ANONYMOUS).rows()).isEqualTo(1);
    assertThat(counts.leftOut(LeftOut.MISSING_VALUE).example())
        .isEqualTo("line 11: 'time' is missing");
    assertThat(counts.leftOut(LeftOut.MISSING_VALUE).rows()).isEqualTo(2);
    assertThat(counts.leftOut(LeftOut.MALFORMED).example()).isEqualTo("line 13: not a JSON object");
  }

  @Test
  void readsBackWhatTheWirePrints(@TempDir Path folder) throws IOException {
    Imported first = read();
    List<String> lines =
        first.events().stream().map(event -> PlainJson.of(event.record())).toList();
    Path printed = Files.write(folder.resolve("printed.jsonl"), lines);
    assertThat(Imported.all(format, ImportRequest.of(printed)).events()).isEqualTo(first.events());
  }

  private Imported read() throws IOException {
    return Imported.sample(format, "shop.jsonl");
  }
}
