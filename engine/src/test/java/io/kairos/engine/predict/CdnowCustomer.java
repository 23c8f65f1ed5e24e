package io.kairos.engine.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * One customer of the CDNOW sample with what two independent codes computed for them.
 *
 * @param tx in weeks, like T
 */
record CdnowCustomer(int id, int x, double tx, double T, double meanSpend, Expected expected) {

  /** Predictions at the published parameters. */
  record Expected(double alive, double in39Weeks, double in52Weeks, double spend) {}

  /** All 2,357, or the test is skipped. */
  static List<CdnowCustomer> all() throws IOException {
    return Files.readAllLines(PublicFiles.require("expected/cdnow_bgnbd_gg_golden.csv")).stream()
        .skip(1)
        .map(line -> of(line.split(",")))
        .toList();
  }

  /** The file rounds weeks and means; they are whole days and whole cents by x. */
  private static CdnowCustomer of(String[] row) {
    int x = Integer.parseInt(row[1]);
    double cents = Math.rint(Double.parseDouble(row[5]) * x * 100);
    return new CdnowCustomer(
        Integer.parseInt(row[0]),
        x,
        Math.rint(Double.parseDouble(row[2]) * 7) / 7,
        Math.rint(Double.parseDouble(row[3]) * 7) / 7,
        x == 0 ? 0 : cents / x / 100,
        new Expected(
            Double.parseDouble(row[6]),
            Double.parseDouble(row[7]),
            Double.parseDouble(row[8]),
            Double.parseDouble(row[9])));
  }
}
