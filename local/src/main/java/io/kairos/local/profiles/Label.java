package io.kairos.local.profiles;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema.Field;

/** What a field is called: {@code cartOpenedAt} is "cart opened". */
final class Label {
  /** Before a capital that starts a word, and before the first digit of a number. */
  private static final Pattern SEAM =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])");

  private Label() {}

  /** The words of its name, without the last one where the value says it: at, millis. */
  static String of(Field field) {
    List<String> words = words(field.name());
    String last = words.get(words.size() - 1);
    boolean said =
        switch (Meaning.of(field)) {
          case TIME -> last.equals("at");
          case SPAN -> last.equals("millis");
          default -> false;
        };
    int kept = said && words.size() > 1 ? words.size() - 1 : words.size();
    return String.join(" ", words.subList(0, kept));
  }

  /** The words of a name in camel case, in lower case but for abbreviations. */
  static List<String> words(String name) {
    return SEAM.splitAsStream(name).map(Label::lower).collect(Collectors.toList());
  }

  private static String lower(String word) {
    boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    return abbreviation ? word : word.toLowerCase(Locale.ROOT);
  }
}
