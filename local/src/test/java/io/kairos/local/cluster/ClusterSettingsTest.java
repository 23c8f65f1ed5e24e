package io.kairos.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;

class ClusterSettingsTest {
  @Test
  void aFewSlotsShareWhatIsEnoughForThem() {
    assertThat(network(1)).isEqualTo(MemorySize.ofMebiBytes(64));
    assertThat(network(16)).isEqualTo(MemorySize.ofMebiBytes(64));
  }

  @Test
  void manySlotsHaveABufferForEachPairAndAsManyMore() {
    long buffers = network(64).getBytes() / MemorySize.parse("32kb").getBytes();

    assertThat(buffers).isEqualTo(2 * 64 * 65);
  }

  private static MemorySize network(int slots) {
    Configuration settings = ClusterSettings.of(Path.of("folder"), slots);
    assertThat(settings.get(TaskManagerOptions.NETWORK_MEMORY_MIN))
        .isEqualTo(settings.get(TaskManagerOptions.NETWORK_MEMORY_MAX));
    return settings.get(TaskManagerOptions.NETWORK_MEMORY_MAX);
  }
}
