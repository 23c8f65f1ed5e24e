package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.EventName;
import io.kairos.engine.segment.Segment;
import io.kairos.engine.segment.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page of rules is kept by hand; what it says of keys, events, fates, limits, and of the
 * default stages and segments is checked. {@code -Dkairos.docs=write} writes its table of event
 * fields anew.
 */
class RulesPageTest {
  private static final RulesPage PAGE = RulesPage.read();

  /** A chapter of the page, the head of its tables of keys, and the keys that are read. */
  enum Keys {
    RULE("A rule", "Key", RuleReader.KEYS),
    STEP("Steps", "Key", StepReader.KEYS_OF_A_STEP),
    CASE("What is sent", "Key", StepReader.KEYS_OF_A_CASE),
    EXPERIMENT("Experiments", "Key", ExperimentReader.KEYS),
    VARIANT("Experiments", "Key of a variant", ExperimentReader.KEYS_OF_A_VARIANT),
    POLICY("Delivery", "Key", PolicyReader.KEYS);

    private final String chapter;
    private final String head;
    private final String[] read;

    Keys(String chapter, String head, String... read) {
      this.chapter = chapter;
      this.head = head;
      this.read = read;
    }
  }

  @Test
  void eventFieldsAreThoseOfTheEngine() throws IOException {
    if ("write".equals(System.getProperty("kairos.docs"))) {
      Files.writeString(RulesPage.FILE, PAGE.generated().text());
    }
    assertThat(RulesPage.read())
        .as("To write it anew: ./mvnw -pl engine test -Dkairos.docs=write")
        .isEqualTo(PAGE.generated());
  }

  @ParameterizedTest
  @EnumSource
  void keysAreThoseThatAreRead(Keys keys) {
    assertThat(PAGE.firstColumn(keys.chapter, keys.head)).containsExactlyInAnyOrder(keys.read);
  }

  @Test
  void keysOfAFileAreThoseThatAreRead() {
    String list =
        "`" + String.join("`, `", RuleFile.KEYS).replace("`, `delivery", "` and `delivery");
    assertThat(PAGE.text()).contains("which may be left out: " + list + "`.");
  }

  @Test
  void fatesAreThoseOfTheEngineWithTheirGates() {
    assertThat(PAGE.rows("Delivery", "Fate"))
        .extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Fate.values()).map(f -> "`" + f.name() + "` " + f.gate()).toList());
  }

  @Test
  void eventsAreThoseOfTheEngine() {
    assertThat(PAGE.rows("Starts", "Group"))
        .flatExtracting(row -> List.of(row.get(1).replace("`", "").split(" ")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventName.values())
                .filter(name -> name != EventName.UNKNOWN)
                .map(EventName::label)
                .toList());
  }

  @Test
  void statusesAreThoseOfTheEngine() {
    assertThat(PAGE.firstColumn("A rule", "Status"))
        .containsExactlyElementsOf(Arrays.stream(Status.values()).map(Status::label).toList());
  }

  @Test
  void keysOfRunsAreThoseOfTheEngine() {
    assertThat(PAGE.firstColumn("Starts", "`per`"))
        .containsExactlyElementsOf(Arrays.stream(Per.values()).map(Per::label).toList());
  }

  @Test
  void kindsOfRecordsAreThoseOfTheEngine() {
    assertThat(PAGE.firstColumn("Changing rules while the job runs", "Kind"))
        .contains(Arrays.stream(Declaration.Kind.values()).map(Enum::name).toArray(String[]::new));
  }

  static List<Object[]> limits() {
    return List.of(
        new Object[] {"open runs of a customer", Agenda.MOST},
        new Object[] {"messages of a customer held in quiet hours", Agenda.MOST_HELD},
        new Object[] {"rules that start on `becomes`, silence left out", Agenda.MOST_WATCHING},
        new Object[] {"rules with `following`", Agenda.MOST_WATCHING},
        new Object[] {"steps of a rule", Plan.MOST_STEPS},
        new Object[] {"messages that all caps count together", Caps.MOST},
        new Object[] {"values in `data`", Case.Content.MOST_DATA},
        new Object[] {"declared segments", Standing.MOST},
        new Object[] {"key of a run", Run.LONGEST_KEY});
  }

  @ParameterizedTest
  @MethodSource("limits")
  void limitIsThatOfTheEngine(String limit, int most) {
    assertThat(PAGE.rows("Limits", "Limit"))
        .filteredOn(row -> row.get(0).equals(limit))
        .singleElement()
        .satisfies(row -> assertThat(row.get(1)).matches(most + "\\b.*"));
  }

  static List<Segment> declared() {
    var set = RuleFile.defaults("CNY").segments();
    return Stream.concat(set.stages().stream(), set.segments().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("declared")
  void defaultStageOrSegmentStandsThereWithItsCondition(Segment segment) {
    assertThat(PAGE.text()).contains("| `%s` | %s |\n".formatted(segment.name(), when(segment)));
  }

  private static String when(Segment segment) {
    return segment.when() == null
        ? "everyone else"
        : "`" + segment.when().source().strip().replaceAll("\\s+", " ").replace("|", "\\|") + "`";
  }
}
