package io.kairos.local.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import io.kairos.local.imports.ImportProgress;
import io.kairos.wire.Decision;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFilesTest {
  @TempDir private Path folder;

  private static Trigger.Builder trigger(String id) {
    return Trigger.newBuilder()
        .setId(id)
        .setKind(TriggerKind.SEND)
        .setCustomerId("c1")
        .setRule("cart")
        .setRuleVersion(1)
        .setOccasion("k1@1")
        .setChannel("push")
        .setTemplate("t")
        .setCurrency("EUR")
        .setAnchorTime(1)
        .setEventTime(2)
        .setNotBefore(2)
        .setValidUntil(3)
        .setReason("Because.");
  }

  private static Decision decision(String id) {
    return Decision.newBuilder()
        .setId(id)
        .setCustomerId("c1")
        .setRule("cart")
        .setRuleVersion(1)
        .setStep("coupon")
        .setOccasion("k1@1")
        .setGate("when")
        .setReason("CONDITION")
        .setValue("cart.value = 42.00")
        .setLimit(">= 50")
        .setDecidedAt(5)
        .build();
  }

  private RecordFiles written() throws IOException {
    Trigger cancel =
        trigger("back")
            .setKind(TriggerKind.CANCEL)
            .setCancels("sent")
            .setCancelReason("STOPPED")
            .build();
    Files.write(
        folder.resolve("triggers.jsonl"),
        List.of(PlainJson.of(trigger("sent").build()), PlainJson.of(cancel)));
    Files.write(folder.resolve("decisions.jsonl"), List.of(PlainJson.of(decision("not"))));
    return new RecordFiles(folder, ImportProgress.NONE);
  }

  @Test
  void findsWhatTheWireWrote() throws IOException {
    RecordFiles files = written();

    assertThat(files.find("sent")).contains(Recorded.of(trigger("sent").build()));
    assertThat(files.find("not")).contains(Recorded.of(decision("not")));
    assertThat(files.find("other")).isEmpty();
  }

  @Test
  void aCancellationIsOfTheMessageThatItTakesBack() throws IOException {
    assertThat(written().find("back").orElseThrow().message().id()).isEqualTo("sent");
  }

  @Test
  void fatesLeaveOutCancellations() throws IOException {
    assertThat(written().fatesOf("c1")).extracting(Recorded::id).containsExactly("sent", "not");
  }

  @Test
  void aFolderWithoutSuchFilesIsAnError() {
    RecordFiles files = new RecordFiles(folder, ImportProgress.NONE);

    assertThatThrownBy(() -> files.find("x"))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("no triggers.jsonl or decisions.jsonl at " + folder);
  }
}
