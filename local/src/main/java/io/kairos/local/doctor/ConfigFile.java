package io.kairos.local.doctor;

import io.kairos.engine.rule.RuleFileException;
import io.kairos.flink.config.GivenOptions;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/**
 * The job's configuration file, read as the job reads it. The job stops at the first option that is
 * wrong; here that one is put aside and the rest read again, until all mistakes are found.
 */
final class ConfigFile {
  private static final String CHECK = "options";
  private static final Pattern NAMED = Pattern.compile("^Option (\\S+?):? (.*)", Pattern.DOTALL);
  private static final Pattern UNPARSED = Pattern.compile("for key '([^']+)'");

  /** What an option that must be given is taken for where it is not. */
  private static final Map<String, String> STAND_INS =
      Map.of(KairosOptions.KEY_SALT.key(), "unknown", KairosOptions.END.key(), "0");

  private final Path file;
  private final Configuration left;
  private final Configuration standIns = new Configuration();
  private final Set<String> putAside = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private ConfigFile(Path file, Configuration options) {
    this.file = file;
    this.left = options;
  }

  /**
   * @param config what is right of the file, with defaults for what is wrong; empty where too much
   *     is missing to look any further
   */
  record Reading(Optional<KairosConfig> config, List<Finding> findings) {}

  /**
   * @throws IOException if it cannot be read
   */
  static Reading read(Path file) throws IOException {
    Configuration options = ParameterTool.fromPropertiesFile(file.toFile()).getConfiguration();
    return new ConfigFile(file, options).read();
  }

  private Reading read() {
    int options = left.keySet().size();
    Optional<KairosConfig> config = Optional.empty();
    for (boolean more = true; more; ) {
      try {
        config = Optional.of(checked());
        more = false;
      } catch (IllegalArgumentException wrong) {
        more = takeNote(wrong);
      }
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok(CHECK, "", options + " given, all known and right"));
    }
    config.ifPresent(this::addRules);
    return new Reading(config, findings);
  }

  private KairosConfig checked() {
    GivenOptions.requireReferences(left);
    Configuration whole = new Configuration(left);
    whole.addAll(standIns);
    KairosConfig config = KairosConfig.from(whole);
    config.kafka().requireSecrets();
    config.decisions().keySalt().reveal();
    return config;
  }

  private void addRules(KairosConfig config) {
    String file = left.getOptional(KairosOptions.RULES).orElse("the default ones");
    int rules = config.decisions().rules().rules().size();
    findings.add(Finding.ok("rules", "", rules + ": " + file));
  }

  /** Returns whether it is worth reading again. */
  private boolean takeNote(IllegalArgumentException wrong) {
    String key = keyOf(wrong);
    if (!putAside.add(key)) {
      // Missing only because it was put aside.
      return false;
    }
    if (wrong instanceof RuleFileException rules) {
      rules.problems().forEach(problem -> findings.add(wrong(key, problem.toString())));
    } else {
      findings.add(wrong(key, complaint(wrong)));
    }
    return putAside(key);
  }

  private boolean putAside(String key) {
    boolean given = left.containsKey(key);
    left.removeKey(key);
    if (STAND_INS.containsKey(key)) {
      standIns.setString(key, STAND_INS.get(key));
      return true;
    }
    return given;
  }

  /** What does not name its option is said of a file that an option names. */
  private String keyOf(IllegalArgumentException wrong) {
    Matcher named = NAMED.matcher(wrong.getMessage());
    if (named.matches()) {
      return named.group(1);
    }
    Matcher unparsed = UNPARSED.matcher(wrong.getMessage());
    if (unparsed.find()) {
      return unparsed.group(1);
    }
    boolean rules = wrong instanceof RuleFileException || !left.contains(KairosOptions.MODEL);
    return rules ? KairosOptions.RULES.key() : KairosOptions.MODEL.key();
  }

  /** Without the option's name, which stands before it, and without the list of all options. */
  private static String complaint(IllegalArgumentException wrong) {
    Matcher named = NAMED.matcher(wrong.getMessage());
    String text = named.matches() ? named.group(2) : wrong.getMessage();
    int known = text.indexOf(" Known: ");
    return known < 0 ? text : text.substring(0, known);
  }

  private Finding wrong(String key, String complaint) {
    String named = left.toMap().getOrDefault(key, "");
    boolean ofFile = key.equals(KairosOptions.RULES.key()) || key.equals(KairosOptions.MODEL.key());
    return Finding.wrong(
        key,
        "",
        complaint,
        new Advice(
            "The job stops before it starts.",
            ofFile && !named.isEmpty()
                ? "mend " + named + "; ./kairos rules check --alone says where rules are wrong"
                : "mend " + key + " in " + file + "; docs/configuration.md lists the options"));
  }
}
