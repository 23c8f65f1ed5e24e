package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goes on with a run that a build left which knew steps and variants by their place: the first of
 * three steps was sent, the second is held over night, the variant is the second of two. The file
 * never changes.
 */
class RunOfAnEarlierBuildTest {
  private static final String RULES =
      """
      delivery: {quietHours: {push: "22:00-08:00"}}
      rules:
        - id: r
          event: view
          again: always
          experiment: {name: e, variants: {%s}}
          steps:
      """;
  private static final String VARIANTS = "a: {share: 1%}, b: {share: 99%, template: tb}";
  private static final String FIRST = step("first", "1h");
  private static final String SECOND = step("second", "3h");
  private static final String THIRD = step("third", "24h");
  private static final String SAME = RULES.formatted(VARIANTS) + FIRST + SECOND + THIRD;
  private static final String OTHER =
      RULES.formatted("b: {share: 98%, template: tb}, c: {share: 1%}, a: {share: 1%}")
          + step("zero", "25h")
          + THIRD
          + SECOND
          + FIRST;

  @Test
  void goesOnWhereItWas() throws IOException {
    Heard heard = atEleven().under(SAME, left(), "2026-03-11T23:00");

    assertThat(said(heard)).containsExactly("second of b", "third of b");
  }

  @Test
  void knowsStepsAndVariantByNameOnceAnEventCame() throws IOException {
    Heard seen = atEleven().at("23:10").searches("tea").at("23:00").under(SAME, left(), "23:30");
    Heard heard = atEleven().at("23:30").under(OTHER, seen, "2026-03-11T23:00");

    assertThat(said(heard)).containsExactly("second of b", "third of b", "zero of b");
  }

  @Test
  void knowsThemByNameOnceADeadlineCame() throws IOException {
    Heard seen = atEleven().under(SAME, left(), "2026-03-11T12:00");
    Heard heard = atEleven().at("2026-03-11T12:00").under(OTHER, seen, "2026-03-11T23:00");

    assertThat(said(heard)).containsExactly("second of b", "third of b", "zero of b");
  }

  private static Story atEleven() {
    return Story.under(SAME).at("19:30").views("tea").at("23:00");
  }

  private static Heard left() throws IOException {
    try (InputStream in =
        RunOfAnEarlierBuildTest.class.getResourceAsStream("/golden/open-run-v1.hex")) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      Heard heard = new Heard();
      heard.ends(CustomerState.fromBytes(HexFormat.of().parseHex(hex.replaceAll("\\s", ""))));
      return heard;
    }
  }

  private static String step(String id, String after) {
    return "      - {id: %s, after: %s, send: {channel: push, template: t}}\n".formatted(id, after);
  }

  private static List<String> said(Heard heard) {
    return heard.sent("r").stream()
        .map(sent -> sent.reference().step() + " of " + sent.message().manner().variant())
        .toList();
  }
}
