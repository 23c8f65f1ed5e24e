package io.kairos.local.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a sentence, taken one by one from the left. */
final class Words {
  private static final Pattern WORD = Pattern.compile("\\S+");

  private record Word(String text, int offset) {}

  private final Written line;
  private final List<Word> words = new ArrayList<>();
  private int next;

  Words(Written line) {
    this.line = line;
    Matcher word = WORD.matcher(line.text());
    while (word.find()) {
      words.add(new Word(word.group(), word.start()));
    }
  }

  boolean isEmpty() {
    return next == words.size();
  }

  /** The next word; an empty text at the end. */
  String peek() {
    return isEmpty() ? "" : words.get(next).text();
  }

  /**
   * Takes the next word.
   *
   * @param what belongs here, for the complaint if there is no more
   */
  String take(String what) {
    if (isEmpty()) {
      throw wrong(what + " is missing at the end");
    }
    return words.get(next++).text();
  }

  /** Takes these words if they are the next ones. */
  boolean takeIf(String... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (next + i >= words.size() || !words.get(next + i).text().equals(expected[i])) {
        return false;
      }
    }
    next += expected.length;
    return true;
  }

  /** The words that are left, untouched. */
  String rest() {
    return String.join(" ", words.subList(next, words.size()).stream().map(Word::text).toList());
  }

  void requireEnd() {
    if (!isEmpty()) {
      throw wrong("'" + rest() + "' is too much here");
    }
  }

  /** A complaint about the next word. */
  Mistake wrong(String message) {
    return new Mistake(isEmpty() ? end() : line.place(words.get(next).offset()), message);
  }

  /** A complaint about the word taken last. */
  Mistake wrongBefore(String message) {
    return new Mistake(line.place(words.get(next - 1).offset()), message);
  }

  private Place end() {
    return line.place(line.text().length());
  }
}
