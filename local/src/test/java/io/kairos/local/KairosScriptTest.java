package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The script {@code kairos} with the real command behind it. Where there are no sources it builds
 * nothing.
 */
final class KairosScriptTest {
  /** The shell makes the file, since this process may not be able to say its name either. */
  private static final String CHECK =
      """
      cat > 规则.yaml <<'END'
      rules:
        - id: hello
          event: view
          when: segment('高价值')
          send: {channel: push, template: hello}
      END
      ./kairos rules check 规则.yaml
      code=$?
      rm 规则.yaml
      exit $code
      """;

  @TempDir private Path root;

  @BeforeEach
  void install() throws IOException {
    Path script = Files.copy(Path.of("..", "kairos"), root.resolve("kairos"));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Path target = Files.createDirectories(root.resolve("local/target"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
    new JarOutputStream(Files.newOutputStream(target.resolve("local.jar")), manifest).close();
  }

  @ParameterizedTest
  @CsvSource({"LC_ALL, C", "LANG, ''"})
  void takesAndWritesChineseWhateverTheLocale(String name, String locale) throws Exception {
    assertThat(run(CHECK, Map.of(name, locale)))
        .contains("规则.yaml:4:", "error: ", "    4 |     when: segment('高价值')");
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(part -> Path.of(part).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  /** What the shell and the command say; the command must find a fault. */
  private String run(String commands, Map<String, String> locale) throws Exception {
    Path script = Files.writeString(root.resolve("commands.sh"), commands);
    ProcessBuilder builder =
        new ProcessBuilder("sh", script.toString())
            .directory(root.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG", "KAIROS_LOG"));
    builder.environment().putAll(locale);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(1);
    return said;
  }
}
