package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.Regular;
import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.Declaration.Kind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/**
 * Whatever is written, it is a rule or is refused with a sentence, soon, on a small stack, and
 * without a class being loaded that the text names. {@code -Dkairos.fuzz.documents=1000000} and
 * {@code -Dkairos.fuzz.seed=8} make it another one.
 */
class RuleFuzzTest {
  private static final int DOCUMENTS =
      Integer.getInteger(
          "kairos.fuzz.documents", Boolean.getBoolean("kairos.long") ? 100_000 : 40_000);
  private static final long SEED = Long.getLong("kairos.fuzz.seed", 7);

  /** One in so many is a whole file, which takes long to read; all others are records of a rule. */
  private static final int FILES_ONE_IN = 100;

  private static final long SMALL_STACK_BYTES = 512 << 10;

  /** Of the thread's own time: others may be at work on the same machine. */
  private static final Duration BOUND = Duration.ofSeconds(1);

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final Random random = new Random(SEED);
  private final Mutations mutations = new Mutations(random);
  private final List<String> rules = rules();
  private final List<String> files = files();
  private final Declared base = declared();
  private volatile String text = "";
  private int accepted;

  @Test
  void everyDocumentIsAcceptedOrRefusedWithinBounds() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, this::readAll, "small", SMALL_STACK_BYTES);
    thread.setContextClassLoader(new Watched(Thread.currentThread().getContextClassLoader()));
    thread.setUncaughtExceptionHandler((of, problem) -> thrown.set(problem));
    thread.setDaemon(true);
    thread.start();
    thread.join(60_000 + 5L * DOCUMENTS);

    assertThat(thrown.get()).as(said()).isNull();
    assertThat(thread.isAlive()).as("ends. " + said()).isFalse();
    assertThat(System.getProperty(Trap.SPRUNG)).isNull();
    assertThat(accepted).isBetween(DOCUMENTS / 20, DOCUMENTS / 2);
  }

  private String said() {
    return "seed " + SEED + ", with " + (text.length() > 4000 ? text.substring(0, 4000) : text);
  }

  private void readAll() {
    for (int i = 0; i < DOCUMENTS; i++) {
      boolean file = i % FILES_ONE_IN == 0;
      text = mutations.of(one(file ? files : rules), rules);
      long start = CPU.getCurrentThreadCpuTime();
      try {
        Regular.meets(file ? RuleFile.parse(text, "CNY") : declared(text));
        accepted++;
      } catch (RuleFileException refused) {
        requireSentences(refused);
      }
      assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start)).isLessThan(BOUND);
    }
  }

  private void requireSentences(RuleFileException refused) {
    for (Problem problem : refused.problems()) {
      assertThat(problem.message())
          .isNotBlank()
          .doesNotContain("dev.cel", "ERROR", "overflow")
          .hasSizeLessThan(1001);
      assertThat(problem.line()).isBetween(0, (int) text.lines().count() + 2);
    }
  }

  /** The rule as a record of the topic. */
  private RuleSet declared(String rule) {
    Declaration record =
        new Declaration(Kind.RULE, "fuzzed", 2, Status.ACTIVE, rule, Long.MAX_VALUE);
    return base.with(record, Long.MIN_VALUE + 1).set(RuleBook.Versions.NONE);
  }

  private String one(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** The default file without its rules, and with the segment that rules of the tests ask for. */
  private static Declared declared() {
    Map<String, Object> all = map(Example.load(Example.defaultFile()));
    List<Object> segments = new ArrayList<>((List<?>) all.get("segments"));
    segments.add(Map.of("id", "student", "when", "customer.occupation == 'student'"));
    all.put("rules", List.of());
    all.put("segments", segments);
    return Declared.of(dumped(all), ModelFile.defaults(), "CNY", Set.of());
  }

  /** Every rule that ships or is shown, by itself. */
  private static List<String> rules() {
    List<String> rules = new ArrayList<>();
    files()
        .forEach(
            file -> {
              Object all = map(Example.load(file)).get("rules");
              if (all instanceof List<?> list) {
                list.forEach(rule -> rules.add(named(map(rule))));
              }
            });
    return List.copyOf(rules);
  }

  private static String named(Map<String, Object> rule) {
    rule.put("id", "fuzzed");
    return dumped(rule);
  }

  private static List<String> files() {
    return Stream.concat(
            Stream.of(Example.defaultFile(), Example.resource("/rules/ten-rules.yaml")),
            Example.ofTheDocs().stream().filter(e -> !e.isOfAModel()).map(e -> dumped(e.file())))
        .toList();
  }

  private static String dumped(Map<String, Object> file) {
    return new Dump(DumpSettings.builder().build()).dumpToString(file);
  }

  private static Map<String, Object> map(Object node) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) node).forEach((key, value) -> map.put(String.valueOf(key), value));
    return map;
  }

  /** Fails where something asks for a class that only the texts name. */
  private static final class Watched extends ClassLoader {
    Watched(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.contains("Trap") || name.startsWith("javax.script")) {
        throw new AssertionError(name + " is asked for");
      }
      return super.loadClass(name, resolve);
    }
  }
}
