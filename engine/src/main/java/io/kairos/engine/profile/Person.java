package io.kairos.engine.profile;

import io.kairos.engine.event.Birth;
import io.kairos.engine.event.Consent;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.EventName;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.pack.Utf8;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who the customer is and what the customer allows. What was said later counts, whatever arrived
 * later: an event from before the latest details only fills in what is not known. Consent is told
 * apart by channel and purpose.
 *
 * @param saidAtMillis event time of the latest details or answers about reach, epoch milliseconds;
 *     0 for none
 * @param registeredAtMillis epoch milliseconds; 0 where not known
 * @param channels those that were ever spoken of, at most {@value #CHANNELS}, by name
 */
public record Person(
    Details details, long saidAtMillis, long registeredAtMillis, List<Channel> channels) {
  public static final Person UNKNOWN = new Person(Details.NONE, 0, 0, List.of());

  /** Most channels that are remembered; words on further ones are not kept. */
  static final int CHANNELS = 6;

  /** Longest name of a channel, in characters; no rule can name a longer one. */
  public static final int LONGEST_CHANNEL = 16;

  private static final int LONGEST_TEXT = 24;
  private static final int LONGEST_SOURCE = 12;

  /** As long as the longest id of a time zone: one that is cut is none. */
  private static final int LONGEST_ZONE = 32;

  /** The customer's last word on a channel for a purpose. */
  public Optional<Word> word(String channel, Purpose purpose) {
    return channel(channel).flatMap(known -> known.word(purpose));
  }

  /** Whether the customer can be reached on a channel; nothing where nobody knows. */
  public Optional<Boolean> reach(String channel) {
    return channel(channel).map(Channel::reach);
  }

  /** Whether a word on a channel would be kept: there is room, or it has its place already. */
  public boolean keepsWordsOn(String channel) {
    return channels.size() < CHANNELS || channel(channel).isPresent();
  }

  /** The customer's zone, or the shop's where there is none or it is no zone. */
  public ZoneId zone(Shop shop) {
    if (details.timeZone() == null) {
      return shop.zone();
    }
    try {
      return ZoneId.of(details.timeZone());
    } catch (DateTimeException unknown) {
      return shop.zone();
    }
  }

  private Optional<Channel> channel(String name) {
    for (Channel channel : channels) {
      if (channel.name().equals(name)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }

  Person with(CustomerChange change) {
    long time = change.timeMillis();
    boolean newer = time >= saidAtMillis;
    Details news = bounded(change.details());
    Details merged = newer ? news.over(details) : details.over(news);
    return new Person(
        merged,
        saysMoreThanConsent(change) ? Math.max(saidAtMillis, time) : saidAtMillis,
        change.name() == EventName.REGISTERED ? time : registeredAtMillis,
        channels(change, newer));
  }

  /** Words of consent have instants of their own. */
  private static boolean saysMoreThanConsent(CustomerChange change) {
    return !change.details().equals(Details.NONE) || !change.reachable().isEmpty();
  }

  private List<Channel> channels(CustomerChange change, boolean newer) {
    if (change.consents().isEmpty() && change.reachable().isEmpty()) {
      return channels;
    }
    Map<String, Channel> all = new TreeMap<>();
    channels.forEach(channel -> all.put(channel.name(), channel));
    for (Consent consent : change.consents()) {
      String source = consent.source() == null ? null : Utf8.cut(consent.source(), LONGEST_SOURCE);
      Word word = new Word(consent.granted(), change.timeMillis(), source);
      known(all, consent.channel())
          .ifPresent(old -> all.put(old.name(), old.with(consent.purpose(), word)));
    }
    new TreeMap<>(change.reachable())
        .forEach(
            (name, reach) ->
                known(all, name)
                    .filter(old -> newer || old.reach() == null)
                    .ifPresent(old -> all.put(name, old.reachable(reach))));
    return List.copyOf(all.values());
  }

  /** The channel of that name, new or old, if there is room for it. */
  private static Optional<Channel> known(Map<String, Channel> all, String name) {
    boolean room = all.containsKey(name) || all.size() < CHANNELS;
    return room && name.length() <= LONGEST_CHANNEL
        ? Optional.of(all.getOrDefault(name, Channel.named(name)))
        : Optional.empty();
  }

  void pack(Packer out) {
    List<String> said =
        Arrays.asList(
            details.gender(),
            details.city(),
            details.occupation(),
            details.language(),
            details.timeZone());
    int mask = details.birth().equals(Birth.UNKNOWN) ? 0 : 1;
    for (int i = 0; i < said.size(); i++) {
      mask |= said.get(i) == null ? 0 : 2 << i;
    }
    out.byteValue(mask);
    said.stream().filter(Objects::nonNull).forEach(out::word);
    if ((mask & 1) != 0) {
      Birth birth = details.birth();
      out.number(birth.year()).byteValue(birth.month()).byteValue(birth.day());
    }
    out.number(saidAtMillis).instant(registeredAtMillis, saidAtMillis, 0);
    out.list(channels, Channel::pack);
  }

  static Person unpack(Unpacker in) {
    int mask = in.byteValue();
    String[] said = new String[5];
    for (int i = 0; i < said.length; i++) {
      said[i] = (mask & 2 << i) == 0 ? null : in.word();
    }
    Birth birth =
        (mask & 1) == 0 ? Birth.UNKNOWN : new Birth(in.intNumber(), in.byteValue(), in.byteValue());
    long at = in.number();
    return new Person(
        new Details(said[0], said[1], said[2], said[3], said[4], birth),
        at,
        in.instant(at, 0),
        in.list(Channel::unpack));
  }

  private static Details bounded(Details details) {
    return new Details(
        cut(details.gender(), LONGEST_TEXT),
        cut(details.city(), LONGEST_TEXT),
        cut(details.occupation(), LONGEST_TEXT),
        cut(details.language(), LONGEST_TEXT),
        cut(details.timeZone(), LONGEST_ZONE),
        details.birth());
  }

  private static String cut(String text, int most) {
    return text == null ? null : Utf8.cut(text, most);
  }
}
