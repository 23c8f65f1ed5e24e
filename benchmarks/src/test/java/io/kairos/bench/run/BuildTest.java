package io.kairos.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  @TempDir private Path folder;
  private Path engine;
  private Path flink;

  @BeforeEach
  void build() throws IOException {
    engine = Files.writeString(folder.resolve("kairos-engine-1.jar"), "engine");
    flink = Files.writeString(folder.resolve("flink-core-1.jar"), "flink");
  }

  @Test
  void isKnownByWhatIsOurs() throws IOException {
    String before = Build.mark(List.of(engine, flink));
    Files.writeString(flink, "another");
    assertThat(Build.mark(List.of(flink, engine))).isEqualTo(before);

    Files.writeString(engine, "other");
    assertThat(Build.mark(List.of(engine, flink))).isNotEqualTo(before);
  }
}
