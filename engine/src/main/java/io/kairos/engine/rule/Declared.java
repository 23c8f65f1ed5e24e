package io.kairos.engine.rule;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.predict.PredictionModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** All that is declared at an instant: a rule file, and what was declared on top of it. */
final class Declared {
  private final Deployment deployment;
  private final Map<String, Node> sections;
  private final Map<String, Source> sources;
  private final Map<String, Integer> versions;
  private final PredictionModel model;
  private final boolean stopped;
  private final RuleFile file;
  private final Map<String, Rule> rules;

  /**
   * What does not change while a job runs.
   *
   * @param base sections of the rule file without its rules
   * @param assumed channels on which silence counts as consent, beside those of the policy
   */
  record Deployment(
      Map<String, Node> base, PredictionModel model, String currency, Set<String> assumed) {}

  /** Where a rule comes from, and what its record says beside it. */
  private record Source(Node body, int version, Life life) {}

  private Declared(
      Deployment deployment,
      Map<String, Node> sections,
      Map<String, Source> sources,
      Map<String, Integer> versions,
      PredictionModel model,
      boolean stopped,
      RuleFile file,
      Map<String, Rule> rules) {
    this.deployment = deployment;
    this.sections = sections;
    this.sources = sources;
    this.versions = versions;
    this.model = model;
    this.stopped = stopped;
    this.file = file;
    this.rules = rules;
  }

  /**
   * What a rule file declares.
   *
   * @throws RuleFileException if it is none
   */
  static Declared of(
      String yaml, PredictionModel model, String currency, Set<String> assumedConsent) {
    Section root = Section.of("the rule file", Document.of(yaml));
    Map<String, Node> sections = new LinkedHashMap<>();
    root.names().forEach(name -> sections.put(name, root.node(name)));
    sections.remove("rules");
    Deployment deployment =
        new Deployment(Map.copyOf(sections), model, currency, Set.copyOf(assumedConsent));
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Section rule : root.sections("rules", "rule")) {
      String id = rule.text("id");
      int version = rule.number("version", 1, 1, Integer.MAX_VALUE);
      if (sources.put(id, new Source(rule.node(), version, null)) != null) {
        throw rule.wrong("id", "two rules are called '" + id + "'");
      }
    }
    Map<String, Integer> versions = new HashMap<>();
    sources.forEach((id, source) -> versions.put("RULE/" + id, source.version()));
    return new Declared(deployment, sections, sources, versions, model, false, null, Map.of())
        .under(sections, versions);
  }

  /** The same rules under other sections; one that is withdrawn stays as it was read last. */
  private Declared under(Map<String, Node> others, Map<String, Integer> next) {
    RuleFile read = new RuleFile(Section.assembled("the rule file", others), deployment.currency());
    Map<String, Rule> all = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    sources.forEach(
        (id, source) -> {
          try {
            Rule known = rules.get(id);
            all.put(id, known != null && known.isWithdrawn() ? known : rule(read, source));
          } catch (RuleFileException wrong) {
            problems.addAll(wrong.problems());
          }
        });
    if (!problems.isEmpty()) {
      throw new RuleFileException(problems);
    }
    RuleFile.refuseTooManyThatWatch(Section.assembled("the rule file", others), all);
    read.read(model, all); // segments are read here, too
    return new Declared(deployment, others, sources, next, model, stopped, read, all);
  }

  private static Rule rule(RuleFile file, Source source) {
    Rule rule = file.rule(Section.of("rule", source.body()));
    return source.life() == null ? rule : rule.as(source.version(), merged(rule.life(), source));
  }

  /** A record's word counts beside that of the rule itself. */
  private static Life merged(Life own, Source source) {
    Life said = source.life();
    Status status = said.status() == Status.ACTIVE ? own.status() : said.status();
    return new Life(
        status,
        Math.max(own.fromMillis(), said.fromMillis()),
        Math.min(own.toMillis(), said.toMillis()),
        own.existing());
  }

  /** The current rules, by id. */
  Map<String, Rule> rules() {
    return rules;
  }

  RuleSet set(RuleBook.Versions past) {
    RuleSet all = file.read(model, Map.copyOf(rules));
    RuleSet known = all.with(new RuleBook(all.rules(), past, stopped));
    return deployment.assumed().isEmpty()
        ? known
        : known.with(known.policy().assuming(deployment.assumed()));
  }

  /** Whether a declaration is older than what is in effect already. */
  boolean isBehind(Declaration declaration) {
    return declaration.version() < versions.getOrDefault(declaration.name(), 0);
  }

  /**
   * With one declaration more.
   *
   * @param fromMillis when it takes effect, epoch milliseconds
   * @throws RuleFileException if it is none, or something else would no longer be right beside it
   */
  Declared with(Declaration declaration, long fromMillis) {
    Map<String, Integer> next = new HashMap<>(versions);
    next.put(declaration.name(), declaration.version());
    if (declaration.kind() == Declaration.Kind.RULE) {
      return withRule(declaration, fromMillis, next);
    }
    if (declaration.kind() == Declaration.Kind.MODEL) {
      PredictionModel other =
          declaration.status() == Status.WITHDRAWN
              ? deployment.model()
              : modelOf(declaration.body());
      return new Declared(deployment, sections, sources, next, other, stopped, file, rules);
    }
    if (declaration.id().equals(Declaration.KILL_SWITCH)) {
      boolean stops = declaration.status() == Status.PAUSED;
      return new Declared(deployment, sections, sources, next, model, stops, file, rules);
    }
    return under(sectionsWith(declaration), next);
  }

  /** Read as any other document first: that refuses what is nested too deep for a reader. */
  private static PredictionModel modelOf(String body) {
    Document.of(body);
    try {
      return ModelFile.parse(body);
    } catch (IllegalArgumentException wrong) {
      throw new RuleFileException(new Problem(0, 0, wrong.getMessage()));
    }
  }

  /** Only this rule is read: the others stay as they are. */
  private Declared withRule(Declaration declaration, long fromMillis, Map<String, Integer> next) {
    Node body = bodyOf(declaration);
    Life life =
        new Life(declaration.status(), fromMillis, declaration.toMillis(), Life.Existing.ENTER);
    Source source = new Source(body, declaration.version(), life);
    Rule rule = keepsBody(declaration) ? asBefore(declaration.id(), source) : rule(file, source);
    if (!rule.id().equals(declaration.id())) {
      throw new RuleFileException(
          new Problem(
              0, 0, "record of rule '%s' holds '%s'".formatted(declaration.id(), rule.id())));
    }
    Map<String, Source> all = new LinkedHashMap<>(sources);
    all.put(rule.id(), source);
    Map<String, Rule> read = new LinkedHashMap<>(rules);
    read.put(rule.id(), rule);
    RuleFile.refuseTooManyThatWatch(Section.assembled("the rules", sections), read);
    return new Declared(deployment, sections, all, next, model, stopped, file, read);
  }

  /** A withdrawal that says nothing else fits beside whatever has changed since. */
  private static boolean keepsBody(Declaration declaration) {
    return declaration.status() == Status.WITHDRAWN && declaration.body().isBlank();
  }

  private Rule asBefore(String id, Source source) {
    Rule known = rules.get(id);
    return known.as(source.version(), merged(known.life(), source));
  }

  private Node bodyOf(Declaration declaration) {
    if (!declaration.body().isBlank()) {
      return Document.of(declaration.body());
    }
    Source known = sources.get(declaration.id());
    if (known == null) {
      throw new RuleFileException(
          new Problem(0, 0, "no body, and no rule '" + declaration.id() + "' before it"));
    }
    return known.body();
  }

  private Map<String, Node> sectionsWith(Declaration declaration) {
    Map<String, Node> next = new LinkedHashMap<>(sections);
    Node body =
        declaration.status() == Status.WITHDRAWN || declaration.body().isBlank()
            ? null
            : Document.of(declaration.body());
    switch (declaration.kind()) {
      case TABLE -> replaceTable(next, declaration.id(), body);
      case ATTRIBUTES -> {
        Section declared = declaredNames(body);
        declared.only("events", "attributes");
        for (String key : List.of("events", "attributes")) {
          replace(next, key, declared.node(key));
        }
      }
      default -> replace(next, declaration.id(), body);
    }
    return next;
  }

  private static Section declaredNames(Node body) {
    String name = "declared names";
    return body == null ? Section.assembled(name, Map.of()) : Section.of(name, body);
  }

  private void replace(Map<String, Node> all, String key, Node body) {
    Node node = body == null ? deployment.base().get(key) : body;
    if (node == null) {
      all.remove(key);
    } else {
      all.put(key, node);
    }
  }

  private void replaceTable(Map<String, Node> all, String table, Node body) {
    Map<String, Node> tables = tables(all.get("tables"));
    Node base = tables(deployment.base().get("tables")).get(table);
    if (body != null || base != null) {
      tables.put(table, body != null ? body : base);
    } else {
      tables.remove(table);
    }
    List<NodeTuple> tuples = new ArrayList<>();
    tables.forEach(
        (name, node) ->
            tuples.add(new NodeTuple(new ScalarNode(Tag.STR, name, ScalarStyle.PLAIN), node)));
    all.put("tables", new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK));
  }

  private static Map<String, Node> tables(Node node) {
    Map<String, Node> tables = new LinkedHashMap<>();
    if (node != null) {
      Section section = Section.of("tables", node);
      section.names().forEach(name -> tables.put(name, section.node(name)));
    }
    return tables;
  }
}
