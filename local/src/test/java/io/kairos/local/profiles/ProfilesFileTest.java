package io.kairos.local.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import io.kairos.local.StatusLine;
import io.kairos.local.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfilesFileTest {
  private static final String ANN = "{\"customerId\":\"ann\",\"asOf\":1,\"currency\":\"EUR\"}";
  private static final String BOB = "{\"customerId\":\"bob\",\"asOf\":2,\"currency\":\"EUR\"}";

  @TempDir private Path folder;

  @Test
  void givesAProfileALine() throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      List<String> read = new ArrayList<>();
      open(ANN + "\n\n" + BOB, stop)
          .all()
          .read(entry -> read.add(entry.customerId() + entry.profile().orElseThrow().get("asOf")));

      assertThat(read).containsExactly("ann1", "bob2");
    }
  }

  @Test
  void saysWhichLineIsNoProfile() throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      ProfilesFile broken = open(ANN + "\noops", stop);
      ProfilesFile other = open("{\"id\":1}", stop);
      ProfilesFile foreign = open("{\"customerId\":\"ann\"}", stop);

      assertThatThrownBy(() -> broken.all().read(Entry::profile))
          .isInstanceOf(UnreadableProfile.class)
          .hasMessageContaining("line 2");
      assertThatThrownBy(() -> other.all().read(Entry::profile)).hasMessageContaining("customerId");
      assertThatThrownBy(() -> foreign.all().read(Entry::profile))
          .hasMessageContaining("'asOf' is missing");
    }
  }

  @Test
  void endsEarlyWhenTheRunIsToEnd() throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      ProfilesFile file = open(ANN, stop);
      stop.request();

      assertThatThrownBy(() -> file.all().read(Entry::profile)).isInstanceOf(CommandError.class);
    }
  }

  private ProfilesFile open(String lines, StopSignal stop) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "profiles", ".jsonl"), lines);
    StatusLine line = StatusLine.after(Duration.ofDays(1), new PrintWriter(new StringWriter()));
    return ProfilesFile.open(file, ProfileShape.whole(), new ReadCount(line), stop);
  }
}
