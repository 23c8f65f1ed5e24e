package io.kairos.local.rules;

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
  private static final String TABLES = "tables";

  private final Map<String, Object> file;

  private Composition(Map<String, Object> file) {
    this.file = file;
  }

  /**
   * The base file with every declaration in its place. What is withdrawn is left out; rules that
   * the base file does not have follow its own.
   *
   * @param base YAML; may be empty
   * @param declared one version each
   */
  static String of(String base, Collection<Revision> declared) {
    Composition composition = new Composition(new LinkedHashMap<>(map(load(base))));
    declared.forEach(composition::put);
    return new Dump(
            DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .setDereferenceAliases(true)
                .build())
        .dumpToString(composition.file);
  }

  private void put(Revision one) {
    switch (one.id().kind()) {
      case RULE -> putRule(one);
      case TABLE -> putTable(one);
      case ATTRIBUTES -> putAll(one);
      case SEGMENT, TIER -> putWhole(one);
      case POLICY -> putPolicy(one);
      case MODEL -> {
        // A file of its own.
      }
    }
  }

  private void putRule(Revision one) {
    List<Object> rules = new ArrayList<>(list(file.get(RULES)));
    int at = indexOf(one.id().id(), rules);
    if (one.status() == Status.WITHDRAWN) {
      if (at >= 0) {
        rules.remove(at);
      }
    } else if (at >= 0) {
      rules.set(at, rule(one));
    } else {
      rules.add(rule(one));
    }
    file.put(RULES, rules);
  }

  private static int indexOf(String id, List<Object> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (id.equals(map(rules.get(i)).get("id"))) {
        return i;
      }
    }
    return -1;
  }

  private static Map<String, Object> rule(Revision one) {
    Map<String, Object> rule = new LinkedHashMap<>(map(load(one.body())));
    rule.put("version", one.number());
    return rule;
  }

  private void putTable(Revision one) {
    Map<String, Object> tables = new LinkedHashMap<>(map(file.get(TABLES)));
    putOrRemove(tables, one.id().id(), one);
    file.put(TABLES, tables);
  }

  private void putPolicy(Revision one) {
    if (!one.id().equals(DeclarationId.KILL_SWITCH)) {
      putWhole(one);
    }
  }

  private void putWhole(Revision one) {
    putOrRemove(file, one.id().id(), one);
  }

  private void putAll(Revision one) {
    if (one.status() == Status.WITHDRAWN) {
      file.keySet().removeAll(map(load(one.body())).keySet());
    } else {
      file.putAll(map(load(one.body())));
    }
  }

  private static void putOrRemove(Map<String, Object> into, String key, Revision one) {
    if (one.status() == Status.WITHDRAWN) {
      into.remove(key);
    } else {
      into.put(key, load(one.body()));
    }
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
