package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.LocalStack;
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
import java.util.List;
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

  @BeforeEach
  void share(LocalStack shared) {
    stack = shared;
  }

  @Test
  void rees46ToItsEnd() throws Exception {
    String report = replay("rees46", REES46, Optional.empty(), 2);

    System.out.println(report);
    assertThat(report).containsPattern("events +17,434 ");
    assertThat(report).containsPattern("rejected +0\n");
    assertThat(report).containsPattern("customers +4,504 ");
    assertThat(report)
        .containsPattern("sessions +4,518 +\\(111 with a cart, 193 with an order, 62");
    assertThat(report).containsPattern("triggers +1 +\\(1 cart-abandon; 1 customer\\)");
  }

  @Test
  void rees46ToFourOClockInARerunAndAtAnotherParallelism() throws Exception {
    Optional<Instant> until = Optional.of(Instant.parse("2019-10-01T04:00:00Z"));

    assertThat(replay("rees46", REES46, until, 2))
        .containsPattern("triggers +53 +\\(53 cart-abandon; 53 customers");
    String triggers = Files.readString(folder.resolve("triggers.jsonl"));
    replay("rees46", REES46, until, 2);
    assertThat(folder.resolve("triggers.jsonl")).hasContent(triggers);
    replay("rees46", REES46, until, 1);
    assertThat(folder.resolve("triggers.jsonl")).hasContent(triggers);
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
  void cdnowSampleToItsCalibrationEnd() throws Exception {
    Optional<Instant> end = Optional.of(Instant.parse("1997-10-01T03:59:59Z"));

    replay("cdnow", "cdnow/CDNOW_sample.txt", end, 2);

    PublishedFigures.requireCdnow(folder);
  }

  private String replay(String format, String file, Optional<Instant> until, int parallelism)
      throws Exception {
    ReplayRequest request =
        new ReplayRequest(
            ImportFormat.byName(format, ImportOptions.defaults()),
            PublicFiles.require(file),
            until,
            new ReplayRequest.Run(parallelism, List.of("push", "sms"), Optional.of(folder)));
    StringWriter report = new StringWriter();
    try (PrintWriter out = new PrintWriter(report);
        PrintWriter err = new PrintWriter(new StringWriter())) {
      new Replay(request, out, err)
          .run((slots, stop) -> JobOnBroker.another(stack, slots, TopicTime.REPLAY));
    }
    return report.toString();
  }
}
