package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.engine.predict.ModelFile;
import io.kairos.local.imports.PublicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;

/** Profiles that a replay wrote, against figures that others published, customer by customer. */
final class PublishedFigures {
  private static final Offset<Double> EXACT = within(1e-9);

  /** Retail amounts have parts of a penny, which an invoice rounds away. */
  private static final Offset<Double> CENT = within(0.011);

  private static final LocalDate CDNOW_END = LocalDate.parse("1997-09-30");
  private static final LocalDate RETAIL_END = LocalDate.parse("2011-12-09");

  private PublishedFigures() {}

  /** P(alive), expected purchases and expected spend of all 2,357 customers of the sample. */
  static void requireCdnow(Path folder) throws IOException {
    Map<String, JsonNode> profiles = profiles(folder);
    Map<String, String> masterIds = masterIds();
    List<String[]> golden = golden("expected/cdnow_bgnbd_gg_golden.csv");
    assertThat(profiles).hasSize(2_357).hasSameSizeAs(golden);
    for (String[] row : golden) {
      requireCdnow(profiles.get(masterIds.get(row[0])), row);
    }
  }

  private static void requireCdnow(JsonNode profile, String[] row) {
    int x = profile.get("purchaseDays").asInt() - 1;
    double tx = days(profile, "firstPurchaseDay", day(profile, "lastPurchaseDay")) / 7.0;
    double age = days(profile, "firstPurchaseDay", CDNOW_END) / 7.0;
    assertThat(x).as(row[0]).isEqualTo(Integer.parseInt(row[1]));
    assertThat(profile.get("pAlive").asDouble()).isCloseTo(number(row[6]), EXACT);
    assertThat(profile.get("expectedSpend").asDouble()).isCloseTo(number(row[9]), EXACT);
    assertThat(ModelFile.defaults().purchases().expectedPurchases(39, x, tx, age))
        .isCloseTo(number(row[7]), EXACT);
    assertThat(ModelFile.defaults().purchases().expectedPurchases(52, x, tx, age))
        .isCloseTo(number(row[8]), EXACT);
  }

  /** Recency, frequency and money of all 4,339 customers with a purchase. */
  static void requireRetail(Path folder) throws IOException {
    Map<String, JsonNode> profiles = profiles(folder);
    List<String[]> golden = golden("expected/uci_rfm_golden.csv");
    assertThat(golden).hasSize(4_339);
    for (String[] row : golden) {
      requireRetail(profiles.get(row[0]), row);
    }
  }

  private static void requireRetail(JsonNode profile, String[] row) {
    long frequency = profile.get("purchaseDays").asLong() - 1;
    assertThat(frequency).as(row[0]).isEqualTo(Long.parseLong(row[1]));
    LocalDate last = day(profile, "lastPurchaseDay");
    assertThat(days(profile, "firstPurchaseDay", last)).isEqualTo(number(row[2]));
    assertThat(days(profile, "firstPurchaseDay", RETAIL_END)).isEqualTo(number(row[3]));
    assertThat(profile.get("meanRepeatSpend").asDouble(0)).isCloseTo(number(row[4]), CENT);
    assertThat(profile.get("orders").asLong()).isEqualTo(Long.parseLong(row[5]));
    assertThat(profile.get("spent").asLong() / 100.0).isCloseTo(number(row[6]), CENT);
    assertThat(days(profile, "lastPurchaseDay", RETAIL_END)).isEqualTo(number(row[7]));
  }

  /** The scores of all 995 customers, by the cuts of the published example. */
  static void requireRfm(Path folder) throws IOException {
    Map<String, JsonNode> profiles = profiles(folder);
    List<String[]> golden = golden("expected/rfm_rpkg_golden.csv");
    assertThat(profiles).hasSize(995).hasSameSizeAs(golden);
    for (String[] row : golden) {
      JsonNode profile = profiles.get(row[0]);
      assertThat(profile.get("ordersKept").asText()).as(row[0]).isEqualTo(row[2]);
      assertThat(profile.get("recencyScore").asText()).as(row[0]).isEqualTo(row[4]);
      assertThat(profile.get("frequencyScore").asText()).as(row[0]).isEqualTo(row[5]);
      assertThat(profile.get("moneyScore").asText()).as(row[0]).isEqualTo(row[6]);
    }
  }

  private static double days(JsonNode profile, String from, LocalDate to) {
    return to.toEpochDay() - day(profile, from).toEpochDay();
  }

  private static LocalDate day(JsonNode profile, String field) {
    return LocalDate.parse(profile.get(field).asText());
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static Map<String, JsonNode> profiles(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, JsonNode> profiles = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("profiles.jsonl"))) {
      JsonNode profile = json.readTree(line);
      profiles.put(profile.get("customerId").asText(), profile);
    }
    return profiles;
  }

  private static List<String[]> golden(String file) throws IOException {
    return Files.readAllLines(PublicFiles.require(file)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }

  /** The sample's own number of each customer to the number in the whole file. */
  private static Map<String, String> masterIds() throws IOException {
    Map<String, String> ids = new HashMap<>();
    for (String line : Files.readAllLines(PublicFiles.require("cdnow/CDNOW_sample.txt"))) {
      String[] fields = line.strip().split("\\s+");
      ids.put(Integer.toString(Integer.parseInt(fields[1])), fields[0]);
    }
    return ids;
  }
}
