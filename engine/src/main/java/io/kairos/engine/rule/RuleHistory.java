package io.kairos.engine.rule;

import io.kairos.engine.pack.Fingerprint;
import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.predict.PredictionModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules over time: which were in effect when, and every version that ever was. A function of
 * the declarations and their instants, whatever the order in which they were added. For use by one
 * thread.
 */
public final class RuleHistory implements RuleBook.Versions {
  private static final int RECENT = 256;

  private final List<Edition> editions = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Map<Integer, Rule>> versions = new HashMap<>();
  private final TreeSet<Long> turns = new TreeSet<>();
  private long turnsMark;
  private int file;

  /** Rules asked for lately, by a part of their hash. */
  private final Rule[] recent = new Rule[RECENT];

  /** A declaration, and what is declared once it is in effect; null where nothing changed. */
  private record Change(long fromMillis, Declaration declaration, Declared after) {}

  private RuleHistory() {}

  /** Rules that never change. */
  public static RuleHistory of(RuleSet set) {
    RuleHistory history = new RuleHistory();
    history.file(Long.MIN_VALUE, set);
    return history;
  }

  /**
   * The rules of a rule file, on which declarations can be put.
   *
   * @param currency ISO 4217 code of the shop
   * @param assumedConsent channels on which silence counts as consent
   * @throws RuleFileException if the text is no rule file
   */
  public static RuleHistory of(
      String yaml, PredictionModel model, String currency, Set<String> assumedConsent) {
    RuleHistory history = new RuleHistory();
    Declared base = Declared.of(yaml, model, currency, assumedConsent);
    history.file = Fingerprint.of32(yaml, ModelFile.write(model)) | 1;
    history.changes.add(new Change(Long.MIN_VALUE, null, base));
    history.file(Long.MIN_VALUE, base.set(history));
    return history;
  }

  /** The same rule file, without what was put on top. */
  public RuleHistory fresh() {
    RuleHistory fresh = new RuleHistory();
    fresh.file = file;
    fresh.changes.add(changes.get(0));
    fresh.file(Long.MIN_VALUE, changes.get(0).after().set(fresh));
    return fresh;
  }

  /**
   * Puts a declaration on top, and its end if it has one.
   *
   * @param fromMillis when it takes effect, epoch milliseconds
   * @throws RuleFileException if it is wrong, or what holds after its end; nothing changes then
   */
  public void add(Declaration declaration, long fromMillis) {
    int place = placeOf(fromMillis);
    Declared after = with(declaredAfter(place - 1), declaration, fromMillis);
    long toMillis = Math.max(fromMillis, declaration.toMillis());
    if (declaration.ends()) {
      for (Change change : changes.subList(place, placeOf(toMillis))) {
        after = ifItFits(after, change.declaration(), change.fromMillis());
      }
      with(after, declaration.ended(), toMillis);
    }
    insert(declaration, fromMillis);
    if (declaration.ends()) {
      insert(declaration.ended(), toMillis);
    }
  }

  private static Declared with(Declared before, Declaration declaration, long fromMillis) {
    return before.isBehind(declaration) ? before : before.with(declaration, fromMillis);
  }

  /** What does not fit among the others now leaves all as it is; a later change may mend that. */
  private static Declared ifItFits(Declared before, Declaration declaration, long fromMillis) {
    try {
      return with(before, declaration, fromMillis);
    } catch (RuleFileException doesNotFit) {
      return before;
    }
  }

  private Declared declaredAfter(int place) {
    return changes.get(place).after();
  }

  /** Behind all changes up to an instant. */
  private int placeOf(long fromMillis) {
    int place = changes.size();
    while (changes.get(place - 1).fromMillis() > fromMillis) {
      place--;
    }
    return place;
  }

  private void insert(Declaration declaration, long fromMillis) {
    int place = placeOf(fromMillis);
    List<Change> later = new ArrayList<>(changes.subList(place, changes.size()));
    changes.subList(place, changes.size()).clear();
    editions.subList(place, editions.size()).clear();
    put(fromMillis, declaration);
    for (Change change : later) {
      put(change.fromMillis(), change.declaration());
    }
  }

  private void put(long fromMillis, Declaration declaration) {
    Declared after = ifItFits(declaredAfter(changes.size() - 1), declaration, fromMillis);
    changes.add(new Change(fromMillis, declaration, after));
    file(fromMillis, after.set(this));
  }

  private void file(long fromMillis, RuleSet set) {
    Arrays.fill(recent, null);
    int known = editions.size();
    editions.add(known == 0 ? Edition.first(set) : editions.get(known - 1).then(fromMillis, set));
    turn(fromMillis);
    for (Rule rule : set.rules().values()) {
      versions.computeIfAbsent(rule.id(), id -> new HashMap<>()).put(rule.version(), rule);
      turn(rule.life().fromMillis());
    }
  }

  /** The sum of fingerprints is the same in whatever order the instants come to be known. */
  private void turn(long fromMillis) {
    if (fromMillis != Long.MIN_VALUE && turns.add(fromMillis)) {
      turnsMark += Fingerprint.of64(Long.toString(fromMillis));
    }
  }

  @Override
  public Rule of(String id, int version) {
    int place = id.hashCode() + version & RECENT - 1;
    Rule known = recent[place];
    if (known == null || known.version() != version || !known.id().equals(id)) {
      known = versions.getOrDefault(id, Map.of()).get(version);
      recent[place] = known;
    }
    return known;
  }

  /** The edition in effect at an instant, epoch milliseconds. */
  public Edition at(long millis) {
    return editions.get(placeAt(millis));
  }

  /** The place of the edition in effect at an instant. */
  public int placeAt(long millis) {
    int last = editions.size() - 1;
    if (editions.get(last).fromMillis() <= millis) {
      return last;
    }
    int low = 0;
    int high = last;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (editions.get(middle).fromMillis() <= millis) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  public List<Edition> editions() {
    return editions;
  }

  /** Tells the rule file and its model from others; 0 for rules that are of none. */
  public int file() {
    return file;
  }

  /**
   * Tells the instants at which rules take effect, as far as they are known, from others; 0 where
   * there are none.
   */
  public long turnsMark() {
    return turnsMark;
  }

  /**
   * The first instant after another at which a rule takes effect, epoch milliseconds; {@link
   * Long#MAX_VALUE} for none.
   */
  public long turnAfter(long millis) {
    Long turn = turns.isEmpty() ? null : turns.higher(millis);
    return turn == null ? Long.MAX_VALUE : turn;
  }
}
