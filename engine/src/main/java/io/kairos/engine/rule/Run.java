package io.kairos.engine.rule;

import io.kairos.engine.fact.Kept;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.HexFormat;
import java.util.List;

/**
 * A wait: a rule that has begun for a customer and whose message may still come.
 *
 * @param rule id of the rule
 * @param version of the rule that began it, and under which it ends
 * @param key what the run is about, as its rule's {@link Per} says; up to {@value #LONGEST_KEY}
 *     bytes of UTF-8, a longer one is hashed
 * @param named whether the key is what the run is about itself, and not its hash
 * @param occasion the key, "@" and the start: with rule and customer it makes the trigger's id
 * @param anchorMillis what the waits are counted from, epoch milliseconds
 * @param progress how far it has come
 * @param kept what it remembers of the event that began it
 */
public record Run(
    String rule,
    int version,
    String key,
    boolean named,
    String occasion,
    long anchorMillis,
    Progress progress,
    Kept kept) {
  static final int LONGEST_KEY = 40;

  private static final int START_IS_TEXT = 1;
  private static final int IN_PROGRESS = 2;
  private static final int KEEPS = 4;
  private static final int HASHED = 8;

  /** What is decided stands as a list of marks, and not as one bit for each place. */
  private static final int MARKED = 16;

  private static final int DIGITS = 16;

  /** Bytes that the run takes in state. */
  int bytes() {
    Packer packed = new Packer();
    pack(packed);
    return packed.size();
  }

  /** Moved to count from an instant, if that is later. */
  Run restartedAt(long millis) {
    boolean later = millis > anchorMillis;
    long anchor = later ? millis : anchorMillis;
    Progress next = later ? progress.moved() : progress;
    return new Run(rule, version, key, named, occasion, anchor, next, kept);
  }

  /** Whether the fate of a step is decided. */
  public boolean isDecided(Step step) {
    return progress.isDecided(step.name());
  }

  Run with(Progress other) {
    return new Run(rule, version, key, named, occasion, anchorMillis, other, kept);
  }

  Run keeping(Kept other) {
    return new Run(rule, version, key, named, occasion, anchorMillis, progress, other);
  }

  Run deciding(Step step) {
    return with(progress.deciding(step.name()));
  }

  /** Whether it is the same run, however far it has come. */
  boolean is(Run other) {
    return rule.equals(other.rule) && occasion.equals(other.occasion);
  }

  /** What is needed to take back what it sent: not what it remembers, nor how far it has come. */
  public Run sent() {
    return with(Progress.of(progress.variant())).keeping(Kept.NOTHING);
  }

  public void pack(Packer out) {
    String start = occasion.substring(key.length());
    boolean ofEvent = isOfEvent(start);
    out.word(rule).number(version).text(key).number(anchorMillis);
    out.byteValue(form(ofEvent));
    progress.decided().pack(out);
    if (ofEvent) {
      out.hash(Long.parseUnsignedLong(start, 1, start.length(), 16));
    } else {
      out.text(start);
    }
    if (!progress.isSimple()) {
      progress.pack(out, anchorMillis);
    }
    if (keeps()) {
      kept.pack(out);
    }
  }

  private int form(boolean ofEvent) {
    return (ofEvent ? 0 : START_IS_TEXT)
        | (progress.isSimple() ? 0 : IN_PROGRESS)
        | (keeps() ? KEEPS : 0)
        | (named ? 0 : HASHED)
        | (progress.decided().isEmpty() ? 0 : MARKED);
  }

  private boolean keeps() {
    return !kept.equals(Kept.NOTHING);
  }

  /** Whether it is the fingerprint of an event's id, in hex digits. */
  private static boolean isOfEvent(String start) {
    if (start.length() != 1 + DIGITS || start.charAt(0) != '@') {
      return false;
    }
    for (int i = 1; i < start.length(); i++) {
      char digit = start.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return true;
  }

  public static Run unpack(Unpacker in) {
    String rule = in.word();
    int version = in.intNumber();
    String key = in.text();
    long anchor = in.number();
    int form = in.byteValue();
    Decided decided = (form & MARKED) == 0 ? Decided.ofBits(in.unsignedInt()) : Decided.unpack(in);
    String start =
        (form & START_IS_TEXT) == 0 ? "@" + HexFormat.of().toHexDigits(in.hash()) : in.text();
    Progress progress =
        (form & IN_PROGRESS) == 0
            ? new Progress(0, decided, List.of())
            : Progress.unpack(in, anchor, decided);
    Kept kept = (form & KEEPS) == 0 ? Kept.NOTHING : Kept.unpack(in);
    boolean named = (form & HASHED) == 0;
    return new Run(rule, version, key, named, key + start, anchor, progress, kept);
  }
}
