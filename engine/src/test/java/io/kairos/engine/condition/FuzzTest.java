package io.kairos.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is written, it is a condition or is refused with a sentence. */
class FuzzTest {
  private static final Map<String, Object> VIEW = Shop.view("vip", true, "cart.value", 5);
  private static final int TEXTS = 20_000;
  private static final long SMALL_STACK_BYTES = 512 << 10;

  private static final List<String> SEEDS =
      List.of(
          "cart.value >= 200 && segment('student') || cart.count > 30",
          "!(tier in ['gold', \"silver\"]) ? vip : tester == false",
          "(cart.value + 1) * 2 / -cart.count - interest(city) <= 0.5",
          "known(tier) && known(interest('toys')) && lookup(tier, 2, vip) != ''",
          "T(java.lang.Runtime).getRuntime().exec('id')",
          "''.getClass().forName('java.lang.System').exit(1)",
          "${7*7} #{1+1} {{x}} <%= y %> %n%s%p",
          "tier.matches('(a+)+$') || tier.matches('((((a*)*)*)*)*b')",
          "[1,2,3].map(x, x * x).filter(y, y > 1).all(z, z > 2)",
          "{'a': 1, 'b': [2]}['b'][0] == io.kairos.Engine{field: 1}.field",
          "timestamp('2020-01-01T00:00:00Z') + duration('1h') > type(b'\\xff')",
          "has(cart.value) && size(tier) == dyn(1u) && r'\\d' == \"\"\"x\"\"\"",
          "jndi:ldap://host/a'; DROP TABLE rules; --",
          "tier == '\u202e\u0000\ud83c\udf81' // \r\n`a`.b",
          "9999999999999999999999999999 > 1e999 && 0x7fffffffffffffff < -9223372036854775808",
          "(".repeat(900) + "vip" + ")".repeat(900),
          "!".repeat(1500) + "vip",
          "-".repeat(1500) + "cart.value > 1",
          "1" + " + 1".repeat(480) + " > 2",
          "vip" + " ? vip : vip".repeat(160),
          "vip ? ".repeat(160) + "vip" + " : vip".repeat(160),
          "vip" + " && vip".repeat(190),
          "[".repeat(500),
          "a" + ".a".repeat(900),
          "cart.count in [" + "1, ".repeat(99) + "1]",
          "cart.count in [" + "cart.count in [".repeat(100));

  /** As long and as deep as a condition can be. */
  private static final List<String> SOUND =
      List.of(
          SEEDS.get(0),
          SEEDS.get(1),
          SEEDS.get(2),
          SEEDS.get(3),
          "cart.count" + " + 1".repeat(198) + " > 2",
          "vip" + " ? vip : tester".repeat(99),
          "vip" + " && tester || vip".repeat(98),
          "!(".repeat(10) + "vip" + ")".repeat(10),
          "vip ? (".repeat(9) + "vip" + ") : tester".repeat(9),
          "cart.count in [" + "cart.value, ".repeat(99) + "1]");

  /** Each a whole operator or value, so that what is left wrong is mostly the types. */
  private static final List<String> WORDS =
      List.of(
          "vip",
          "tier",
          "cart.value",
          "'a'",
          "2",
          "known(city)",
          "segment('parent')",
          "(1 + 1)",
          "!tester",
          "interest(tier)",
          "true",
          "city in ['a', tier]",
          "(vip ? 1 : 2)",
          "['a']");

  private static final List<String> SCRAPS =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "!",
          "-",
          "&&",
          "||",
          "==",
          "=",
          "<",
          "?",
          ":",
          ",",
          ".",
          "'",
          "\"",
          "\\",
          " in ",
          " and ",
          "1",
          "0.5",
          "1,000",
          "%",
          "vip",
          "tier",
          "'a'",
          "cart.value",
          "known(",
          "segment('student')",
          "null",
          "\n",
          "\u00a0",
          "＞",
          "💥",
          "\ud800",
          "true",
          "$",
          "{",
          "}",
          "`",
          "//",
          "x",
          "_",
          "now");

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void everyTextIsCompiledOrRefusedOnASmallStack() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicInteger compiled = new AtomicInteger();
    Thread thread = new Thread(null, () -> compile(compiled), "small", SMALL_STACK_BYTES);
    thread.setUncaughtExceptionHandler((of, problem) -> thrown.set(problem));
    thread.start();
    thread.join();

    assertThat(thrown.get()).isNull();
    assertThat(compiled.get()).isBetween(TEXTS / 100, TEXTS / 2);
  }

  private static void compile(AtomicInteger compiled) {
    Random random = new Random(7);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(i, random);
      try {
        Condition<Map<String, Object>> condition = Shop.condition(text);
        assertThat(condition.findings(VIEW)).as(text).isNotEmpty();
        assertThat(condition.failure(VIEW).isEmpty()).isEqualTo(condition.test(VIEW).holds());
        compiled.incrementAndGet();
      } catch (ConditionException refused) {
        assertThat(refused.getMessage())
            .as(text)
            .doesNotContain("ERROR", "<input>", "dev.cel", "cannot be read", "do not fit");
        assertThat(refused.column()).as(text).isBetween(1, text.length() + 1);
      } catch (RuntimeException | StackOverflowError other) {
        throw new AssertionError("With " + text, other);
      }
    }
  }

  private static String text(int i, Random random) {
    if (i < SEEDS.size()) {
      return SEEDS.get(i);
    }
    if (i < SEEDS.size() + SOUND.size()) {
      return SOUND.get(i - SEEDS.size());
    }
    return i % 8 > 0 ? mutated(random) : exchanged(random);
  }

  /** A sound condition in which some words are exchanged for others. */
  private static String exchanged(Random random) {
    String[] words =
        SOUND.get(random.nextInt(random.nextInt(20) > 0 ? 4 : SOUND.size())).split(" ");
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      int at = random.nextInt(words.length);
      if (words[at].matches("[\\w.']+")) {
        words[at] = WORDS.get(random.nextInt(WORDS.size()));
      }
    }
    return String.join(" ", words);
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int from = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(from, SCRAPS.get(random.nextInt(SCRAPS.size())));
        case 1 -> text.delete(from, Math.min(text.length(), from + 1 + random.nextInt(8)));
        case 2 -> text.insert(from, text.substring(0, Math.min(from, 40)));
        default -> {
          String other = SEEDS.get(random.nextInt(SEEDS.size()));
          text.insert(from, other, 0, random.nextInt(other.length()));
        }
      }
    }
    return text.toString();
  }
}
