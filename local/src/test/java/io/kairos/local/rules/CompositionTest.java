package io.kairos.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Status;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompositionTest {
  private static final Revision.Terms TERMS = new Revision.Terms(Period.OPEN, null, null);

  @Test
  void putsARuleInThePlaceOfItsOldVersionAndANewOneAtTheEnd() {
    assertThat(
            composed(
                revision(Kind.RULE, "b", "id: b\nevent: like\n"),
                revision(Kind.RULE, "d", "id: d\n")))
        .isEqualTo(
            """
            rules:
            - id: a
            - id: b
              event: like
              version: 3
            - id: c
            - id: d
              version: 3
            tables:
              t:
                x: y
            events:
            - scan
            segments: []
            """);
  }

  @Test
  void knowsARuleWhoseIdIsANumber() {
    String base = "rules: [{id: 618, event: view}, {id: '1111', event: view}]\n";

    assertThat(
            Composition.of(
                base,
                List.of(
                    revision(Kind.RULE, "618", "id: 618\nevent: like\n"),
                    revision(Kind.RULE, "1111", "id: 1111\n").as(Status.WITHDRAWN))))
        .isEqualTo("rules:\n- id: 618\n  event: like\n  version: 3\n");
  }

  @Test
  void leavesOutARuleThatIsWithdrawnAndGoesBackToTheBaseFileForTheRest() {
    assertThat(
            composed(
                revision(Kind.RULE, "a", "id: a\n").as(Status.WITHDRAWN),
                revision(Kind.RULE, "z", "id: z\n").as(Status.WITHDRAWN),
                revision(Kind.TABLE, "t", "x: z\n").as(Status.WITHDRAWN),
                revision(Kind.SEGMENT, "segments", "[{id: s}]").as(Status.WITHDRAWN)))
        .isEqualTo(
            """
            rules:
            - id: b
            - id: c
            tables:
              t:
                x: y
            events:
            - scan
            segments: []
            """);
  }

  @Test
  void replacesTablesAndListsAsAWhole() {
    String composed =
        composed(
            revision(Kind.TABLE, "t", "p: q\n"),
            revision(Kind.TABLE, "u", "r: s\n"),
            revision(Kind.TIER, "tiers", "- id: gold\n"),
            revision(Kind.POLICY, "delivery", "cancelFor: 5m\n"),
            revision(Kind.ATTRIBUTES, "declared", "events: []\nattributes: [size]\n"));

    assertThat(
            YamlBody.isSame(
                composed,
                """
                rules: [{id: a}, {id: b}, {id: c}]
                tables: {t: {p: q}, u: {r: s}}
                tiers: [{id: gold}]
                delivery: {cancelFor: 5m}
                events: []
                attributes: [size]
                segments: []
                """))
        .as(composed)
        .isTrue();
  }

  @Test
  void saysTheStatusOfARecordBesideTheBodyOfItsRule() {
    assertThat(composed(revision(Kind.RULE, "a", "id: a\n").as(Status.SHADOW)))
        .contains("- id: a\n  version: 3\n  status: shadow\n- id: b\n- id: c\n");
  }

  @Test
  void leavesARuleThatIsActiveTheStatusOfItsBody() {
    assertThat(composed(revision(Kind.RULE, "a", "id: a\nstatus: test\n")))
        .contains("- id: a\n  status: test\n  version: 3\n- id: b\n");
  }

  @Test
  void pausesEveryRuleWhileTheKillSwitchIsOn() {
    Revision kill = revision(Kind.POLICY, "kill-switch", "").as(Status.PAUSED);
    Revision shadow = revision(Kind.RULE, "d", "id: d\n").as(Status.SHADOW);

    assertThat(composed(kill, shadow))
        .startsWith(
            """
            rules:
            - id: a
              status: paused
            - id: b
              status: paused
            - id: c
              status: paused
            - id: d
              version: 3
              status: paused
            tables:
            """);
    assertThat(composed(kill.as(Status.ACTIVE))).isEqualTo(composed());
  }

  @Test
  void composesOverNothing() {
    assertThat(Composition.of("", List.of(revision(Kind.RULE, "a", "id: a\n"))))
        .isEqualTo("rules:\n- id: a\n  version: 3\n");
  }

  private static String composed(Revision... declared) {
    String base =
        """
        rules: [{id: a}, {id: b}, {id: c}]
        tables: {t: {x: y}}
        events: [scan]
        segments: []
        """;
    return Composition.of(base, Arrays.asList(declared));
  }

  private static Revision revision(Kind kind, String id, String body) {
    return new Revision(new DeclarationId(kind, id), 3, Status.ACTIVE, body, TERMS);
  }
}
