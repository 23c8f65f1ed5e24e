package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.LocalStack;
import io.kairos.local.imports.ColumnNames;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportOptions;
import io.kairos.local.imports.PublicFiles;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.replay.Replay;
import io.kairos.local.replay.ReplayRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The figures of the public files, each of them counted by other means as well. */
@ExtendWith(SharedStack.class)
final class ReplayFiguresIT {
  private static final String REES46 = "rees46/2019-Oct.head.csv.gz";
  private static final String RETAIL = "uci-online-retail/online_retail.csv.gz";

  @TempDir private Path folder;
  private LocalStack stack;

  /** One reminder an hour after a cart was left, at any hour of the day and however many. */
  private static final String PLAIN_REMINDER =
      """
      rules:
        - id: cart-abandon
          event: cart.added
          per: cart
          restart: cart.changed
          after: 1h
          idle: 30m
          unless: [order.placed, cart.emptied]
          when: cart.count > 0
          send: {channel: push, template: cart-reminder, validFor: 12h}
      """;

  @BeforeEach
  void share(LocalStack shared) {
    stack = shared;
  }

  @Test
  void rees46ToItsEnd() throws Exception {
    String report = replay(rees46(Optional.empty(), 2));

    System.out.println(report);
    assertThat(report).containsPattern("events +17,434 ");
    assertThat(report).containsPattern("rejected +0\n");
    assertThat(report).containsPattern("customers +4,504 ");
    assertThat(report)
        .containsPattern("sessions +4,518 +\\(111 with a cart, 193 with an order, 62");
    assertThat(report)
        .contains("4.27 % of sessions ordered; 44.14 % of sessions with a cart did not");
    assertThat(report).containsPattern("triggers +1 +\\(1 cart-abandon; 1 customer\\)");
  }

  @Test
  void rees46ToFourOClockInARerunAndAtAnotherParallelism() throws Exception {
    Optional<Instant> until = Optional.of(Instant.parse("2019-10-01T04:00:00Z"));

    assertThat(replay(rees46(until, 2)))
        .containsPattern("triggers +53 +\\(53 cart-abandon; 53 customers");
    byte[] triggers = Files.readAllBytes(folder.resolve("triggers.jsonl"));
    byte[] profiles = Files.readAllBytes(folder.resolve("profiles.jsonl"));
    for (int parallelism : new int[] {2, 1}) {
      replay(rees46(until, parallelism));
      assertThat(folder.resolve("triggers.jsonl")).hasBinaryContent(triggers);
      assertThat(folder.resolve("profiles.jsonl")).hasBinaryContent(profiles);
    }
  }

  @Test
  void onlineRetail() throws Exception {
    String report = replay("retail", RETAIL, Optional.empty(), 2);

    System.out.println(report);
    assertThat(report).contains("135,080");
    assertThat(report).containsPattern("events +22,190 ");
    assertThat(report).contains("4,339 with an order");
    assertThat(report).containsPattern("orders +18,536 +\\(8,911,407.90 GBP paid, 3,654 ");
    PublishedFigures.requireRetail(folder);
  }

  @Test
  void otto() throws Exception {
    String report = replay("otto", "otto/train.jsonl", Optional.empty(), 2);

    assertThat(report).containsPattern("events +862 ");
    assertThat(report).containsPattern("customers +20 ");
    assertThat(report).contains("800 view").contains("52 cart.added").contains("10 order.paid");
  }

  @Test
  void cdnowSampleToItsCalibrationEnd() throws Exception {
    Optional<Instant> end = Optional.of(Instant.parse("1997-10-01T03:59:59Z"));

    replay("cdnow", "cdnow/CDNOW_sample.txt", end, 2);

    PublishedFigures.requireCdnow(folder);
  }

  /** The cuts are those that the published example prints. */
  @Test
  void scoresOfAPublishedExample() throws Exception {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(
        rules,
        """
        profile:
          rfm:
            recencyDays: [115, 181, 297.4, 482]
            orders: [4, 5, 6, 8]
            spent: [255.8, 382, 506.4, 666]
        """);
    ImportOptions columns =
        ImportOptions.defaults()
            .withColumns(
                ColumnNames.parse("time=order_date,customer=customer_id,price=revenue,type=type"))
            .withCurrency("USD")
            .withZone(ZoneOffset.UTC);

    replay(
        new ReplayRequest(
            ImportFormat.byName("csv", columns),
            withType(PublicFiles.require("rfm-orders/orders.csv")),
            Optional.of(Instant.parse("2006-12-31T23:59:59Z")),
            new ReplayRequest.Run(
                2,
                List.of("push"),
                Map.of(KairosOptions.RULES.key(), rules.toString()),
                Optional.of(folder))));

    PublishedFigures.requireRfm(folder);
  }

  /** The file with a column that says what each row is. */
  private Path withType(Path orders) throws Exception {
    List<String> lines = Files.readAllLines(orders);
    List<String> typed = new ArrayList<>();
    lines.forEach(line -> typed.add(line + (typed.isEmpty() ? ",type" : ",order.paid")));
    return Files.write(folder.resolve("orders.csv"), typed);
  }

  /** Under the plain reminder: by the default rules the night of the data is quiet. */
  private ReplayRequest rees46(Optional<Instant> until, int parallelism) throws Exception {
    Path rules = Files.writeString(folder.resolve("plain.yaml"), PLAIN_REMINDER);
    return new ReplayRequest(
        ImportFormat.byName("rees46", ImportOptions.defaults()),
        PublicFiles.require(REES46),
        until,
        new ReplayRequest.Run(
            parallelism,
            List.of("push", "sms"),
            Map.of(KairosOptions.RULES.key(), rules.toString()),
            Optional.of(folder)));
  }

  private String replay(String format, String file, Optional<Instant> until, int parallelism)
      throws Exception {
    return replay(
        new ReplayRequest(
            ImportFormat.byName(format, ImportOptions.defaults()),
            PublicFiles.require(file),
            until,
            new ReplayRequest.Run(parallelism, List.of("push", "sms"), Optional.of(folder))));
  }

  private String replay(ReplayRequest request) throws Exception {
    StringWriter report = new StringWriter();
    try (PrintWriter out = new PrintWriter(report);
        PrintWriter err = new PrintWriter(new StringWriter())) {
      new Replay(request, out, err)
          .run((slots, stop) -> JobOnBroker.another(stack, slots, TopicTime.REPLAY));
    }
    return report.toString();
  }
}
