package io.kairos.engine.condition;

/** What a value is. There is one type of number. */
public enum Type {
  NUMBER("a number"),
  TEXT("a text"),
  FLAG("true or false");

  private final String words;

  Type(String words) {
    this.words = words;
  }

  /** For a sentence: "a number". */
  String words() {
    return words;
  }
}
