package io.kairos.flink.config;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/** The page that lists every option, made from {@link KairosOptions}. */
final class ConfigurationPage {
  private static final String HEAD =
      """
      # Configuration

      Generated from `KairosOptions`; a test fails when this page and the code differ. To write it \
      anew: `./mvnw -pl flink-job -am test -Dkairos.docs=write`.

      `io.kairos.flink.KairosJob` takes options as `--key value` and, with `--config FILE`, from a \
      properties file; the command line wins. An option that is missing or wrong stops the job \
      before it starts, with an error that names it.

      A secret is never an argument and never in the file, only a reference to it: \
      [Security](security.md) shows how.

      What is Flink's stays Flink's: checkpoints, state backend, restarts and memory are set in the \
      cluster's own configuration. Where that leaves them open, the job asks for RocksDB's Bloom \
      filter, LZ4 for its files, a rewrite of each file within two days, and \
      `RETAIN_ON_CANCELLATION`. It always has 720 as the most subtasks, and refuses timers on the \
      heap. `./kairos demo` and `./kairos replay` set the options of their local job themselves.

      A duration is a number and a unit, such as `2 s` or `5 min`; a size likewise, such as `256 mb`.
      """;

  private static final String KAFKA =
      """

      ## Settings of the Kafka clients

      These go to the Kafka clients that know them, with `kafka.` before Kafka's own name: \
      `kafka.security.protocol` sets `security.protocol`. A *secret* must be a reference. Others of \
      Kafka's settings are refused with the reason, most of them because what the job promises \
      hangs on them. `acks` and `enable.idempotence` may only say what holds anyway.

      Where nothing is set, the job has other values than Kafka in these: \
      `max.partition.fetch.bytes` is 256 KiB for the input topics, since a larger fetch lets one \
      partition run ahead by as much, and its events wait; `compression.type` is lz4, \
      `max.request.size` 64 MiB, `linger.ms` 5 for triggers, and 100 with a `batch.size` of \
      128 KiB for the other outputs.

      | Key | Consumers | Producers | Admin | Secret |
      | --- | --- | --- | --- | --- |
      """;

  /** An option and what its declaration says of its type. */
  record Entry(ConfigOption<?> option, Type type) {
    String group() {
      return option.key().substring(0, option.key().indexOf('.'));
    }

    String description() {
      return new HtmlFormatter().format(option.description());
    }
  }

  private ConfigurationPage() {}

  /** Every option, in the order of declaration. */
  static List<Entry> entries() {
    return Arrays.stream(KairosOptions.class.getDeclaredFields())
        .filter(field -> field.getType() == ConfigOption.class)
        .map(ConfigurationPage::entry)
        .toList();
  }

  static String text() {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : entries()) {
      groups.computeIfAbsent(entry.group(), group -> new ArrayList<>()).add(entry);
    }
    StringBuilder text = new StringBuilder(HEAD);
    groups.forEach((group, entries) -> table(group, entries, text));
    return text.append(KAFKA).append(kafka()).toString();
  }

  private static Entry entry(Field field) {
    try {
      Type type = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
      return new Entry((ConfigOption<?>) field.get(null), type);
    } catch (IllegalAccessException notPublic) {
      throw new IllegalStateException(field.getName() + " is not public", notPublic);
    }
  }

  private static void table(String group, List<Entry> entries, StringBuilder text) {
    text.append("\n## ").append(group).append("\n\n");
    text.append("| Key | Default | Type | Description |\n| --- | --- | --- | --- |\n");
    for (Entry entry : entries) {
      text.append("| `").append(entry.option.key()).append("` | ");
      text.append(defaultOf(entry.option)).append(" | ").append(type(entry.type)).append(" | ");
      text.append(entry.description()).append(" |\n");
    }
  }

  private static String kafka() {
    StringBuilder rows = new StringBuilder();
    for (String key : ClientKeys.ALLOWED) {
      rows.append("| `").append(ClientKeys.OPTION).append(key).append("` |");
      for (KafkaClient client : KafkaClient.values()) {
        rows.append(mark(client.knows(key)));
      }
      rows.append(mark(ClientKeys.isSecret(key))).append('\n');
    }
    return rows.toString();
  }

  private static String mark(boolean holds) {
    return holds ? " x |" : " |";
  }

  private static String type(Type type) {
    if (type instanceof ParameterizedType) {
      return "list, separated by `;`";
    }
    if (type == MemorySize.class) {
      return "size";
    }
    return ((Class<?>) type).getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String defaultOf(ConfigOption<?> option) {
    if (!option.hasDefaultValue()) {
      return "none";
    }
    if (option.defaultValue() instanceof Duration duration) {
      return "`" + TimeUtils.formatWithHighestUnit(duration) + "`";
    }
    if (option.defaultValue().equals(Long.MAX_VALUE)) {
      return "never";
    }
    String value = ConfigurationUtils.convertValue(option.defaultValue(), String.class);
    return value.isEmpty() || value.equals("[]") ? "empty" : "`" + value + "`";
  }
}
