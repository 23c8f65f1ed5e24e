package io.kairos.engine.profile;

import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.EventName;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.pack.Utf8;
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

  /** Longest name of a channel, in characters; no rule can name a longer one. */
  public static final int LONGEST_CHANNEL = 16;

  private static final int LONGEST_TEXT = 48;

  Person with(CustomerChange change) {
    boolean registers = change.name() == EventName.REGISTERED;
    return new Person(
        bounded(change.details().over(details)),
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
              boolean room = all.containsKey(channel) || all.size() < CHANNELS;
              if (room && channel.length() <= LONGEST_CHANNEL) {
                all.put(channel, word);
              }
            });
    return all;
  }

  void pack(Packer out) {
    out.text(details.gender()).text(details.city());
    out.text(details.language()).text(details.timeZone());
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

  private static CustomerChange.Details bounded(CustomerChange.Details details) {
    return new CustomerChange.Details(
        cut(details.gender()),
        cut(details.city()),
        cut(details.language()),
        cut(details.timeZone()));
  }

  private static String cut(String text) {
    return text == null ? null : Utf8.cut(text, LONGEST_TEXT);
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
