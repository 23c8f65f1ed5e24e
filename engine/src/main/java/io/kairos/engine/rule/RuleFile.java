package io.kairos.engine.rule;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.predict.PredictionModel;
import io.kairos.engine.profile.ProfilePolicy;
import io.kairos.engine.segment.SegmentSet;
import io.kairos.engine.segment.TierLadder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a rule file: YAML 1.2 with rules, and what they are written in terms of. */
public final class RuleFile {
  static final String[] KEYS = {
    "rules", "tiers", "stages", "segments", "profile", "tables", "events", "attributes", "delivery"
  };

  private final Section file;
  private final TierLadder tiers;
  private final Conditions conditions;
  private final ProfilePolicy profile;
  private final Policy policy;
  private SegmentSet segments;

  /**
   * @throws RuleFileException if what rules are written in terms of is wrong
   */
  RuleFile(Section file, String currency) {
    this.file = file;
    file.only(KEYS);
    int minorDigits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    this.tiers = new TierReader(file, minorDigits).read();
    this.profile = new ProfileReader(file).read();
    this.conditions = new Conditions(profile, SegmentReader.names(file, tiers), minorDigits);
    this.policy = new PolicyReader(file.section("delivery")).read();
  }

  /** The text of the default rules, which ship with the engine. */
  public static String defaultText() {
    try (InputStream in = RuleFile.class.getResourceAsStream("/default-rules.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The default rules. */
  public static RuleSet defaults(String currency) {
    return parse(defaultText(), currency);
  }

  /**
   * Reads rules.
   *
   * @param currency ISO 4217 code of the shop, for the minor unit of amounts
   * @throws RuleFileException if the text is no rule file; it holds all mistakes, each with its
   *     place, rule and key
   */
  public static RuleSet parse(String yaml, String currency) {
    return of(Document.of(yaml), currency);
  }

  static RuleSet of(Node root, String currency) {
    RuleFile reader = new RuleFile(Section.of("the rule file", root), currency);
    return reader.read(ModelFile.defaults());
  }

  RuleSet read(PredictionModel model) {
    return read(model, rules());
  }

  /** What this file says, with other rules. */
  RuleSet read(PredictionModel model, Map<String, Rule> rules) {
    if (segments == null) {
      segments = segments();
    }
    return new RuleSet(RuleBook.of(rules), segments, profile, policy, model);
  }

  /** One rule in terms of this file. */
  Rule rule(Section rule) {
    return new RuleReader(rule, conditions, policy).read();
  }

  private Map<String, Rule> rules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Section section : file.sections("rules", "rule")) {
      try {
        Rule rule = rule(section);
        if (rules.put(rule.id(), rule) != null) {
          throw section.wrong("id", "two rules are called '" + rule.id() + "'");
        }
      } catch (RuleFileException wrong) {
        problems.addAll(wrong.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleFileException(problems);
    }
    refuseTooManyThatWatch(file, rules);
    return rules;
  }

  /**
   * Refuses more rules than state has room for; one that is withdrawn takes none.
   *
   * @throws RuleFileException if there are
   */
  static void refuseTooManyThatWatch(Section file, Map<String, Rule> rules) {
    List<Rule> open = rules.values().stream().filter(rule -> !rule.isWithdrawn()).toList();
    long watching = open.stream().filter(rule -> rule.start() instanceof Start.Becoming).count();
    long following = open.stream().filter(rule -> rule.scope().following() != null).count();
    if (Math.max(watching, following) > Agenda.MOST_WATCHING) {
      throw file.wrong(
          "rules",
          "at most %d rules can start on becomes, and as many have following"
              .formatted(Agenda.MOST_WATCHING));
    }
  }

  private SegmentSet segments() {
    SegmentReader reader = new SegmentReader(file, conditions);
    return new SegmentSet(tiers, reader.stages(), reader.segments());
  }
}
