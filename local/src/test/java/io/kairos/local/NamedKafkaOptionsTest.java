package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.profiles.KafkaAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class NamedKafkaOptionsTest {

  @Command
  private static final class Any {
    @Mixin private NamedKafkaOptions kafka;
  }

  private static KafkaAccess find(String... arguments) {
    Any any = new Any();
    new CommandLine(any).parseArgs(arguments);
    return any.kafka.find();
  }

  @Test
  void theOptionNamesTheBrokers() {
    KafkaAccess access = find("--bootstrap-servers", "a:1");

    assertThat(access.bootstrapServers()).isEqualTo("a:1");
    assertThat(access.topicPrefix()).isEqualTo("kairos.");
  }

  @Test
  void theFileOfSettingsMayNameThem(@TempDir Path folder) throws Exception {
    Path config = Files.writeString(folder.resolve("k.properties"), "bootstrap.servers=a:1\n");

    assertThat(find("--kafka-config", config.toString()).bootstrapServers()).isEqualTo("a:1");
  }

  @Test
  void aDemoIsNotTakenInstead() {
    assertThatThrownBy(() -> find("--topic-prefix", "shop."))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("--bootstrap-servers");
  }
}
