package io.kairos.engine.profile;

import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.EventName;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who the customer is and what the customer allows.
 *
 * @param registeredAtMillis epoch milliseconds; 0 where not known
 * @param consents channel to granted; a channel never spoken of is missing; at most {@value
 *     #CHANNELS}
 * @param reachable channel to reachable; likewise
 */
public record Person(
    CustomerChange.Details details,
    long registeredAtMillis,
    Map<String, Boolean> consents,
    Map<String, Boolean> reachable) {
  public static final Person UNKNOWN =
      new Person(CustomerChange.Details.NONE, 0, Map.of(), Map.of());

  /** Most channels that are remembered; words on further ones are not kept. */
  static final int CHANNELS = 12;

  private static final int LONGEST_TEXT = 64;

  Person with(CustomerChange change) {
    boolean registers = change.name() == EventName.REGISTERED;
    return new Person(
        change.details().over(details),
        registers ? change.timeMillis() : registeredAtMillis,
        merged(consents, change.consents()),
        merged(reachable, change.reachable()));
  }

  private static Map<String, Boolean> merged(Map<String, Boolean> old, Map<String, Boolean> news) {
    if (news.isEmpty()) {
      return old;
    }
    Map<String, Boolean> all = new TreeMap<>(old);
    new TreeMap<>(news)
        .forEach(
            (channel, word) -> {
              if (all.containsKey(channel) || all.size() < CHANNELS) {
                all.put(cut(channel), word);
              }
            });
    return all;
  }

  void pack(Packer out) {
    out.text(cut(details.gender())).text(cut(details.city()));
    out.text(cut(details.language())).text(cut(details.timeZone()));
    out.number(registeredAtMillis);
    packWords(consents, out);
    packWords(reachable, out);
  }

  static Person unpack(Unpacker in) {
    return new Person(
        new CustomerChange.Details(in.text(), in.text(), in.text(), in.text()),
        in.number(),
        unpackWords(in),
        unpackWords(in));
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  private static void packWords(Map<String, Boolean> words, Packer out) {
    out.byteValue(words.size());
    words.forEach((channel, word) -> out.text(channel).flag(word));
  }

  private static Map<String, Boolean> unpackWords(Unpacker in) {
    Map<String, Boolean> words = new TreeMap<>();
    for (int rest = in.byteValue(); rest > 0; rest--) {
      words.put(in.text(), in.flag());
    }
    return words.isEmpty() ? Map.of() : words;
  }
}
