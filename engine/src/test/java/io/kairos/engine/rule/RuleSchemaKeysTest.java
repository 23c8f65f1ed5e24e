package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kairos.engine.event.EventName;
import io.kairos.engine.segment.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The schema of the rule file and its readers know the same keys and words. What readers know is
 * taken from what they say of a key that nobody knows.
 */
class RuleSchemaKeysTest {
  private static final RuleSchema SCHEMA = new RuleSchema();
  private static final String UNHEARD_OF = "zzz";
  private static final Pattern KNOWN =
      Pattern.compile("'" + UNHEARD_OF + "'.*Known: \\[(.*)]", Pattern.DOTALL);

  /** A place for keys: in the schema, and in a file, with a key that nobody knows. */
  enum Place {
    FILE("", "{zzz: 1}"),
    RULE("/$defs/rule", "{rules: [{id: a, event: view, zzz: 1}]}"),
    FOLLOWING(
        "/$defs/rule/properties/following",
        ofARule("following: {event: search, within: 1h, zzz: 1}")),
    STEP("/$defs/step", "{rules: [{id: a, event: view, steps: [{id: b, zzz: 1}]}]}"),
    CASE("/$defs/case", "{rules: [{id: a, event: view, send: {zzz: 1}}]}"),
    EXPERIMENT("/$defs/experiment", ofARule("experiment: {zzz: 1}")),
    VARIANT("/$defs/variant", ofARule("experiment: {variants: {b: {share: 50%, zzz: 1}}}")),
    VARIANT_STEP(
        "/$defs/variantStep",
        "{rules: [{id: a, event: view, steps: [{id: one, send: {channel: push, template: t}}],"
            + " experiment: {variants: {b: {share: 50%, steps: {one: {zzz: 1}}}}}}]}"),
    TIER("/$defs/tier", "{tiers: [{id: gold, monthlyAverage: 1, zzz: 1}]}"),
    STAGE("/$defs/stage", "{stages: [{id: a, when: 'true', zzz: 1}, {id: b}]}"),
    SEGMENT("/$defs/segment", "{segments: [{id: a, when: 'true', zzz: 1}]}"),
    PROFILE("/$defs/profile", "{profile: {zzz: 1}}"),
    WEIGHTS("/$defs/profile/properties/weights", "{profile: {weights: {zzz: 1}}}"),
    BOTS("/$defs/profile/properties/bots", "{profile: {bots: {zzz: 1}}}"),
    RFM("/$defs/profile/properties/rfm", "{profile: {rfm: {zzz: 1}}}"),
    PATTERN("/$defs/profile/properties/pattern", "{profile: {pattern: {zzz: 1}}}"),
    DELIVERY("/$defs/delivery", "{delivery: {zzz: 1}}"),
    CAP("/$defs/cap", "{delivery: {caps: [{most: 1, within: 24h, zzz: 1}]}}");

    private final String pointer;
    private final String file;

    Place(String pointer, String file) {
      this.pointer = pointer;
      this.file = file;
    }

    private static String ofARule(String keys) {
      return "{rules: [{id: a, event: view, send: {channel: push, template: t}, " + keys + "}]}";
    }

    /** The keys that the reader of this place knows; none where nobody reads it. */
    Set<String> read() {
      Throwable complaint = catchThrowable(() -> RuleFile.parse(file, "CNY"));
      Matcher known = KNOWN.matcher(String.valueOf(complaint.getMessage()));
      return known.find() ? new TreeSet<>(List.of(known.group(1).split(", "))) : Set.of();
    }

    Set<String> described() {
      return SCHEMA.keys(pointer);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theReadersKnowTheKeysThatAreDescribed(Place place) {
    assertThat(place.read()).isNotEmpty().isEqualTo(place.described());
  }

  @Test
  void theEventsAreThoseOfTheEngine() {
    assertThat(SCHEMA.words("/$defs/eventName/anyOf/0"))
        .containsExactlyElementsOf(
            Arrays.stream(EventName.values())
                .filter(name -> name != EventName.UNKNOWN)
                .map(EventName::label)
                .toList());
  }

  @Test
  void theTiersAreThoseOfTheEngine() {
    assertThat(SCHEMA.words("/$defs/tier/properties/id"))
        .containsExactlyElementsOf(
            Arrays.stream(Tier.values())
                .filter(tier -> tier != Tier.NONE)
                .map(Tier::label)
                .toList());
  }

  @Test
  void everyKeyHasADescription() {
    assertThat(SCHEMA.keysWithoutDescription()).isEmpty();
  }
}
