package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar that is put on a cluster. */
class JobJarIT {
  static final Path JAR = Path.of("../flink-job/target/kairos-job.jar");

  private static final List<String> FLINKS =
      List.of(
          "org/apache/flink/core/",
          "org/apache/flink/runtime/",
          "org/apache/flink/streaming/api/",
          "org/apache/logging/",
          "org/rocksdb/",
          "org/slf4j/");

  @Test
  void namesTheJobAsItsMainClass() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("io.kairos.flink.KairosJob");
    }
  }

  @Test
  void holdsWhatFlinksDistributionDoesNot() throws IOException {
    assertThat(classes())
        .contains(
            "io/kairos/engine/CustomerEngine.class",
            "io/kairos/wire/Trigger.class",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/flink/formats/avro/typeutils/AvroTypeInfo.class",
            "org/apache/kafka/clients/producer/KafkaProducer.class",
            "dev/cel/compiler/CelCompiler.class",
            "dev/failsafe/Failsafe.class");
  }

  @Test
  void leavesToFlinkWhatIsFlinks() throws IOException {
    assertThat(classes().stream().filter(JobJarIT::isFlinks)).isEmpty();
  }

  private static boolean isFlinks(String name) {
    return FLINKS.stream().anyMatch(name::startsWith);
  }

  private static List<String> classes() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream().map(Object::toString).filter(name -> name.endsWith(".class")).toList();
    }
  }
}
