package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** One rule file out of a base file and what is declared in place of its parts. */
final class Composition {
  private static final String RULES = "rules";
  private static final String STATUS = "status";
  private static final String TABLES = "tables";

  private final Map<String, Object> file;

  private Composition(Map<String, Object> file) {
    this.file = file;
  }

  /**
   * The base file with every declaration in its place. A rule that is withdrawn is left out; of all
   * else the base file's own counts then. Rules that the base file does not have follow its own.
   * While the kill switch is on, every rule is paused.
   *
   * @param base YAML; may be empty
   * @param declared one version each
   */
  static String of(String base, Collection<Revision> declared) {
    Composition composition = new Composition(new LinkedHashMap<>(map(load(base))));
    declared.forEach(composition::put);
    if (declared.stream().anyMatch(Composition::stopsAll)) {
      composition.pauseRules();
    }
    return new Dump(
            DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .setDereferenceAliases(true)
                .build())
        .dumpToString(composition.file);
  }

  /** What has no body, and nothing before it to take one from, is not taken by a job either. */
  private void put(Revision one) {
    if (one.status() == Status.WITHDRAWN) {
      withdraw(one);
    } else if (!one.body().isBlank()) {
      putBody(one);
    }
  }

  private void withdraw(Revision one) {
    if (one.id().kind() == Kind.RULE) {
      List<Object> rules = new ArrayList<>(list(file.get(RULES)));
      rules.removeIf(rule -> isOf(one, rule));
      file.put(RULES, rules);
    }
  }

  private void putBody(Revision one) {
    switch (one.id().kind()) {
      case RULE -> putRule(one);
      case TABLE -> putTable(one);
      case ATTRIBUTES -> file.putAll(map(load(one.body())));
      case SEGMENT, TIER -> putWhole(one);
      case POLICY -> putPolicy(one);
      case MODEL -> {
        // A file of its own.
      }
    }
  }

  private void putRule(Revision one) {
    List<Object> rules = new ArrayList<>(list(file.get(RULES)));
    int at = indexOf(one, rules);
    if (at >= 0) {
      rules.set(at, rule(one));
    } else {
      rules.add(rule(one));
    }
    file.put(RULES, rules);
  }

  private static int indexOf(Revision one, List<Object> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (isOf(one, rules.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** An id of digits is a number to YAML. */
  private static boolean isOf(Revision one, Object rule) {
    return one.id().id().equals(String.valueOf(map(rule).get("id")));
  }

  private static Map<String, Object> rule(Revision one) {
    Map<String, Object> rule = new LinkedHashMap<>(map(load(one.body())));
    rule.put("version", one.number());
    // The engine takes an active record as silence, so that the body's own word counts.
    if (one.status() != Status.ACTIVE) {
      rule.put(STATUS, one.status().label());
    }
    return rule;
  }

  private static boolean stopsAll(Revision one) {
    return one.id().equals(DeclarationId.KILL_SWITCH) && one.status() == Status.PAUSED;
  }

  private void pauseRules() {
    List<Object> paused = new ArrayList<>();
    for (Object one : list(file.get(RULES))) {
      Map<String, Object> rule = map(one);
      rule.put(STATUS, Status.PAUSED.label());
      paused.add(rule);
    }
    file.put(RULES, paused);
  }

  private void putTable(Revision one) {
    Map<String, Object> tables = new LinkedHashMap<>(map(file.get(TABLES)));
    tables.put(one.id().id(), load(one.body()));
    file.put(TABLES, tables);
  }

  private void putPolicy(Revision one) {
    if (!one.id().equals(DeclarationId.KILL_SWITCH)) {
      putWhole(one);
    }
  }

  private void putWhole(Revision one) {
    file.put(one.id().id(), load(one.body()));
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> any) {
      any.forEach((key, element) -> map.put(String.valueOf(key), element));
    }
    return map;
  }
}
