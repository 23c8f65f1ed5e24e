package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.OrderEvent;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published figures of the public files; skipped where the files are not. */
class PublicFilesTest {

  @Test
  void readsTheHeadOfRees46() throws IOException {
    Imported imported = read("rees46", "rees46/2019-Oct.head.csv.gz");
    ImportCounts counts = imported.counts();
    assertThat(counts.rows()).isEqualTo(17_434);
    assertThat(counts.type("view").events()).isEqualTo(17_055);
    assertThat(counts.type("cart.added").events()).isEqualTo(165);
    assertThat(counts.type("order.paid")).isEqualTo(new TypeCount(214, 5_944_263));
    assertThat(counts.customers().all()).isEqualTo(4_504);
    assertThat(counts.leftOut()).isEmpty();
    assertOrdered(imported);
  }

  @Test
  void readsTheInvoicesOfOnlineRetail() throws IOException {
    Imported imported = read("retail", "uci-online-retail/online_retail.csv.gz");
    ImportCounts counts = imported.counts();
    assertThat(counts.rows()).isEqualTo(541_909);
    assertThat(counts.leftOut(LeftOut.ANONYMOUS).rows()).isEqualTo(135_080);
    assertThat(counts.inFile("order.paid") + counts.inFile("order.refunded")).isEqualTo(25_900);
    assertThat(counts.inFile("order.refunded")).isEqualTo(3_836);
    assertThat(counts.events()).isEqualTo(22_190);
    assertThat(counts.type("order.paid")).isEqualTo(new TypeCount(18_536, 891_140_790));
    assertThat(counts.type("order.refunded")).isEqualTo(new TypeCount(3_654, 61_134_209));
    assertThat(counts.customers().buyers()).isEqualTo(4_339);
    assertThat(counts.leftOut().keySet()).containsExactly(LeftOut.ANONYMOUS);
    assertOrdered(imported);
  }

  @Test
  void readsTheCustomerDaysOfCdnow() throws IOException {
    Imported imported = read("cdnow", "cdnow/CDNOW_master.txt.gz");
    assertThat(imported.counts().rows()).isEqualTo(69_659);
    assertThat(imported.counts().customers().buyers()).isEqualTo(23_570);
    assertThat(imported.counts().type("order.paid").events()).isEqualTo(67_591);
    assertThat(imported.counts().leftOut()).isEmpty();
    assertOrdered(imported);
  }

  @Test
  void readsTheSampleOfCdnowAsPartOfTheMaster() throws IOException {
    Imported sample = read("cdnow", "cdnow/CDNOW_sample.txt");
    Imported master = read("cdnow", "cdnow/CDNOW_master.txt.gz");
    assertThat(sample.counts().rows()).isEqualTo(6_919);
    assertThat(sample.counts().customers().buyers()).isEqualTo(2_357);
    Set<OrderEvent> orders = new HashSet<>(master.records(OrderEvent.class));
    assertThat(sample.records(OrderEvent.class)).allMatch(orders::contains);
    assertOrdered(sample);
  }

  @Test
  void readsTheSessionsOfOtto() throws IOException {
    Imported imported = read("otto", "otto/train.jsonl");
    ImportCounts counts = imported.counts();
    assertThat(counts.rows()).isEqualTo(20);
    assertThat(counts.customers().all()).isEqualTo(20);
    assertThat(counts.events()).isEqualTo(862);
    assertThat(counts.type("view").events()).isEqualTo(800);
    assertThat(counts.type("cart.added").events()).isEqualTo(52);
    assertThat(counts.type("order.paid")).isEqualTo(new TypeCount(10, 0));
    assertOrdered(imported);
  }

  private static Imported read(String format, String file) throws IOException {
    ImportRequest request = ImportRequest.of(PublicFiles.require(file));
    ImportFormat known = ImportFormat.byName(format, ImportOptions.defaults());
    Imported imported = Imported.all(known, request);
    new ImportReport(known, imported.counts()).lines().forEach(System.out::println);
    return imported;
  }

  private static void assertOrdered(Imported imported) {
    List<Long> times = imported.times();
    assertThat(times).isSorted().hasSize((int) imported.counts().events());
  }
}
