package io.kairos.engine.interest;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.pack.Utf8;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a customer searched for last, and on how many days in a row.
 *
 * @param queries normalised, the latest first, at most {@value #QUERIES}
 * @param categories of the searches, the latest first, at most {@value #CATEGORIES}
 */
public record Searches(List<Search> queries, List<Search> categories) {
  public static final int QUERIES = 5;
  public static final int CATEGORIES = 3;

  public static final Searches NONE = new Searches(List.of(), List.of());

  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}]+");

  /** Longest query that is kept, bytes of UTF-8. */
  private static final int LONGEST = 32;

  /** What one of the unified ideographs takes, bytes of UTF-8. No normal form changes them. */
  private static final int IDEOGRAPH = 3;

  /** 2020-01-01: days are packed as their distance from it, which takes fewer bytes. */
  private static final int PACKED_DAYS_FROM = 18_262;

  /**
   * A query as it is kept: compatible characters made one (NFKC), lower case, single blanks, cut to
   * {@value #LONGEST} bytes of UTF-8. May be empty.
   */
  public static String normalised(String query) {
    if (isPlain(query)) {
      return query;
    }
    String plain = Normalizer.normalize(query, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String words = GAPS.matcher(plain).replaceAll(" ").strip();
    return Utf8.cut(words, LONGEST).strip();
  }

  /** Whether it is in its kept form at a glance: short, of plain characters, single blanks. */
  private static boolean isPlain(String query) {
    int length = query.length();
    if (length == 0 || length > LONGEST) {
      return false;
    }
    int bytes = 0;
    char before = ' ';
    for (int i = 0; i < length; i++) {
      char letter = query.charAt(i);
      boolean ideograph = letter >= '\u4e00' && letter <= '\u9fff';
      boolean small = letter > ' ' && letter <= '~' && (letter < 'A' || letter > 'Z');
      if (!ideograph && !small && (letter != ' ' || before == ' ')) {
        return false;
      }
      bytes += ideograph ? IDEOGRAPH : 1;
      before = letter;
    }
    return before != ' ' && bytes <= LONGEST;
  }

  /**
   * After one search.
   *
   * @param query as typed; null or empty says nothing
   * @param category null for none
   * @param day days since 1970-01-01 in the customer's zone
   */
  public Searches with(String query, String category, int day) {
    String text = query == null ? "" : normalised(query);
    return new Searches(
        text.isEmpty() ? queries : searched(queries, text, day, QUERIES),
        category == null
            ? categories
            : searched(categories, Interests.kept(category), day, CATEGORIES));
  }

  /** The query with the longest streak that is not broken on a day; ties by the latest. */
  public Optional<Search> queryStreak(int today) {
    return longest(queries, today);
  }

  /** The category with the longest streak that is not broken on a day; ties by the latest. */
  public Optional<Search> categoryStreak(int today) {
    return longest(categories, today);
  }

  private static Optional<Search> longest(List<Search> searches, int today) {
    Search longest = null;
    for (Search search : searches) {
      boolean goesOn = search.lastDay() >= today - 1;
      if (goesOn && (longest == null || search.streak() > longest.streak())) {
        longest = search;
      }
    }
    return Optional.ofNullable(longest);
  }

  private static List<Search> searched(List<Search> old, String text, int day, int most) {
    List<Search> next = new ArrayList<>(old.size() + 1);
    next.add(new Search(text, day, 1));
    for (int i = 0; i < old.size(); i++) {
      Search search = old.get(i);
      if (search.text().equals(text)) {
        next.set(0, search.on(day));
      } else {
        next.add(search);
      }
    }
    next.sort(Comparator.comparingInt(Search::lastDay).reversed());
    return List.copyOf(next.subList(0, Math.min(most, next.size())));
  }

  /** The latest so many queries: what is kept where there is little room. */
  public Searches only(int most) {
    return queries.size() <= most && categories.size() <= most
        ? this
        : new Searches(
            queries.subList(0, Math.min(most, queries.size())),
            categories.subList(0, Math.min(most, categories.size())));
  }

  public void pack(Packer out) {
    out.list(queries, (search, to) -> search.pack(to, PACKED_DAYS_FROM));
    out.list(categories, (search, to) -> search.pack(to, PACKED_DAYS_FROM));
  }

  public static Searches unpack(Unpacker in) {
    return new Searches(
        in.list(from -> Search.unpack(from, PACKED_DAYS_FROM)),
        in.list(from -> Search.unpack(from, PACKED_DAYS_FROM)));
  }
}
