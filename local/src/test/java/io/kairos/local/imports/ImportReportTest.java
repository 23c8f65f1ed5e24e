package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportReportTest {

  @Test
  void saysWhatBecameOfAFile() throws IOException {
    ImportFormat format = new RetailFormat();
    ImportCounts counts = Imported.sample(format, "retail.csv").counts();
    assertThat(new ImportReport(format, counts).lines())
        .containsExactly(
            "6 rows of retail, 2 events from 2011-07-01T08:30:00Z to 2011-07-02T09:00:00Z",
            "order.paid: 1 of 2 in the file, 1.01 GBP",
            "order.refunded: 1 of 2 in the file, 0.34 GBP",
            "1 customers, 1 with a purchase",
            "left out, ANONYMOUS: 2 rows, 2 events; first: line 4: no customer in 'CustomerID'",
            "left out, BAD_NUMBER: 1 rows, 0 events; first: line 6: invoice 700004 has a quantity"
                + " of -5");
  }

  @Test
  void keepsFromTheTerminalWhatAFileMayHold() {
    LeftOutCount refused = new LeftOutCount(1, Map.of(), "line 2: no number: '\u001b[2J'");
    ImportCounts counts =
        new ImportCounts(
            1,
            Map.of(),
            Map.of(LeftOut.BAD_NUMBER, refused),
            new ImportCounts.Customers(0, 0),
            null);

    assertThat(new ImportReport(new RetailFormat(), counts).lines())
        .contains("left out, BAD_NUMBER: 1 rows, 0 events; first: line 2: no number: ' [2J'");
  }
}
