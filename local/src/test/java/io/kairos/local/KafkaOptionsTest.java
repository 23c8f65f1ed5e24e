package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class KafkaOptionsTest {

  @Command
  private static final class Any {
    @Mixin private KafkaOptions kafka;
  }

  @Test
  void theFileOfSettingsMayReferToSecrets(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("password"), "hunter2");
    Path config =
        Files.writeString(
            folder.resolve("kafka.properties"),
            "bootstrap.servers=127.0.0.1:1\nssl.key.password=${dir:%s:password}\n"
                .formatted(folder));
    Any any = new Any();
    new CommandLine(any).parseArgs("--kafka-config", config.toString());

    AdminClientConfig client =
        new AdminClientConfig(Map.copyOf(any.kafka.find("").access().settings()));

    assertThat(client.getPassword("ssl.key.password").value()).isEqualTo("hunter2");
  }

  @Test
  void aReferenceThatLeadsNowhereIsNamed(@TempDir Path folder) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("kafka.properties"),
            "ssl.key.password=${dir:%s:none}\n".formatted(folder));
    Any any = new Any();
    new CommandLine(any).parseArgs("--kafka-config", config.toString());

    assertThatThrownBy(() -> any.kafka.find(""))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("ssl.key.password: ${dir:" + folder + ":none}");
  }
}
