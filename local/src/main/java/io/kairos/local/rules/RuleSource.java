package io.kairos.local.rules;

import io.kairos.local.imports.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A rule file or a model file, split into what it declares. */
public final class RuleSource {
  private static final Map<String, Kind> WHOLE_KEYS =
      Map.of(
          "stages", Kind.SEGMENT,
          "segments", Kind.SEGMENT,
          "tiers", Kind.TIER,
          "profile", Kind.POLICY,
          "delivery", Kind.POLICY);
  private static final List<String> DECLARED = List.of("events", "attributes");
  private static final List<String> MODEL = List.of("daysPerUnit", "purchases", "spend");

  private final RuleText file;
  private final YamlTree tree;
  private final List<RuleNode> rules = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();

  private RuleSource(RuleText file, YamlTree tree) {
    this.file = file;
    this.tree = tree;
  }

  /**
   * Splits a file.
   *
   * @throws FaultException if it is no YAML, or its lists and keys are not those of a rule file
   */
  public static RuleSource of(RuleText file) {
    try {
      RuleSource source = new RuleSource(file, YamlTree.of(file.text()));
      source.tree.root().ifPresent(source::split);
      return source;
    } catch (YamlEngineException noYaml) {
      throw new FaultException(List.of(YamlFault.of(noYaml, file.text())), file);
    } catch (NotARule wrong) {
      throw new FaultException(List.of(wrong.fault()), file);
    }
  }

  /** The file as text. */
  public RuleText file() {
    return file;
  }

  /** What it declares, in its order. */
  public List<Draft> drafts() {
    return List.copyOf(drafts);
  }

  boolean isModel() {
    return drafts.stream().anyMatch(draft -> draft.id().equals(DeclarationId.MODEL));
  }

  YamlTree tree() {
    return tree;
  }

  List<RuleNode> rules() {
    return List.copyOf(rules);
  }

  /** The version that the file gives a rule; 1 where it gives none. */
  int version(DeclarationId id) {
    return rule(id).map(RuleNode::version).orElse(1);
  }

  /** Empty if the file has no such rule. */
  Optional<RuleNode> rule(DeclarationId id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private void split(Node root) {
    if (!(root instanceof MappingNode map)) {
      throw wrong(root, "a rule file is a map of keys such as rules, segments and tables");
    }
    if (MODEL.stream().anyMatch(key -> YamlTree.under(key, map).isPresent())) {
      drafts.add(Draft.of(DeclarationId.MODEL, YamlBody.of(map)));
      return;
    }
    map.getValue().stream().filter(RuleSource::saysSomething).forEach(this::add);
    addDeclared(map);
  }

  private static boolean saysSomething(NodeTuple tuple) {
    return !tuple.getValueNode().getTag().equals(Tag.NULL);
  }

  private void add(NodeTuple tuple) {
    String key = YamlTree.textOf(tuple.getKeyNode());
    Node value = tuple.getValueNode();
    if (WHOLE_KEYS.containsKey(key)) {
      drafts.add(Draft.of(new DeclarationId(WHOLE_KEYS.get(key), key), YamlBody.of(value)));
    } else if (key.equals("rules")) {
      addRules(value);
    } else if (key.equals("tables")) {
      addTables(value);
    } else if (!DECLARED.contains(key)) {
      throw new NotARule(unknown(tuple.getKeyNode()));
    }
  }

  private static Fault unknown(Node key) {
    TreeSet<String> known = new TreeSet<>(WHOLE_KEYS.keySet());
    known.addAll(DECLARED);
    known.addAll(List.of("rules", "tables"));
    String name = YamlTree.textOf(key);
    Fault fault = error(key, "a rule file has no key '" + name + "'");
    return fault.hinting(
        NearestName.of(name, known)
            .map("did you mean %s?"::formatted)
            .orElse("known are " + String.join(", ", known)));
  }

  private void addRules(Node value) {
    if (!(value instanceof SequenceNode list)) {
      throw wrong(value, "rules must be a list: begin each rule with '- id:'");
    }
    for (Node element : list.getValue()) {
      RuleNode rule = RuleNode.of(element);
      if (rules.stream().anyMatch(other -> other.id().equals(rule.id()))) {
        throw wrong(element, "two rules are called '" + rule.id().id() + "'");
      }
      rules.add(rule);
      drafts.add(rule.draft());
    }
  }

  private void addTables(Node value) {
    if (!(value instanceof MappingNode)) {
      throw wrong(value, "tables must be a map of tables by name");
    }
    for (NodeTuple table : YamlTree.tuples(value)) {
      String name = YamlTree.textOf(table.getKeyNode());
      drafts.add(Draft.of(new DeclarationId(Kind.TABLE, name), YamlBody.of(table.getValueNode())));
    }
  }

  /** Custom events and attributes are one declaration. */
  private void addDeclared(MappingNode map) {
    List<NodeTuple> tuples =
        map.getValue().stream()
            .filter(tuple -> DECLARED.contains(YamlTree.textOf(tuple.getKeyNode())))
            .filter(RuleSource::saysSomething)
            .toList();
    if (!tuples.isEmpty()) {
      MappingNode both = new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
      drafts.add(Draft.of(DeclarationId.DECLARED, YamlBody.of(both)));
    }
  }

  /** The place in this file of a fault in a composed document; empty if that lies elsewhere. */
  Optional<Fault> locate(Fault fault, String composed) {
    if (fault.line() == 0) {
      return Optional.empty();
    }
    YamlPath path =
        YamlTree.of(composed).pathTo(new YamlTree.Place(fault.line(), Math.max(1, fault.column())));
    return tree.follow(path).map(fault::at);
  }

  static NotARule wrong(Node node, String message) {
    return new NotARule(error(node, message));
  }

  private static Fault error(Node node, String message) {
    YamlTree.Place place = YamlTree.placeOf(node);
    return Fault.error(place.line(), place.column(), message);
  }

  /** A fault whose file the reader of a part does not know. */
  static final class NotARule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    NotARule(Fault fault) {
      super(fault.message());
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }
}
