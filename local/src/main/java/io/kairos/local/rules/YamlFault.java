package io.kairos.local.rules;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in a marketer's words why a text is no YAML. */
final class YamlFault {
  /** A value, or an element of a list, that begins with a character that YAML keeps for itself. */
  private static final Pattern UNQUOTED =
      Pattern.compile("^\\s*(- )*([\\w.-]+:)?\\s+[!&*%@`\\[\"'{|].*");

  private static final Pattern COLON_IN_TEXT = Pattern.compile("^[^:]*:\\s.*:(\\s.*|$)");

  private YamlFault() {}

  static Fault of(YamlEngineException noYaml, String text) {
    if (!(noYaml instanceof MarkedYamlEngineException marked)) {
      return Fault.error(0, 0, "no YAML: " + firstLine(noYaml.getMessage()));
    }
    Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
    YamlTree.Place place = mark.map(YamlTree.Place::of).orElse(new YamlTree.Place(0, 0));
    Fault fault = Fault.error(place.line(), place.column(), message(marked.getProblem()));
    return hint(line(place.line(), text)).map(fault::hinting).orElse(fault);
  }

  private static String message(String problem) {
    return problem != null && problem.startsWith("could not determine a constructor for the tag")
        ? "a value that begins with ! needs quotes"
        : "no YAML: " + firstLine(problem);
  }

  private static String line(int number, String text) {
    return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
  }

  private static Optional<String> hint(String line) {
    if (line.startsWith("\t") || line.stripLeading().startsWith("\t")) {
      return Optional.of("indent with blanks: YAML does not take tabs");
    } else if (UNQUOTED.matcher(line).matches()) {
      return Optional.of(
          "put a condition that begins with ! [ ' or \" in quotes as a whole, as in"
              + " when: \"!known(customer.city)\"");
    } else if (COLON_IN_TEXT.matcher(line).matches()) {
      return Optional.of("put a text that holds a colon and a blank in quotes");
    }
    return Optional.empty();
  }

  private static String firstLine(String message) {
    return message == null ? "it cannot be read" : message.lines().findFirst().orElse("").strip();
  }
}
