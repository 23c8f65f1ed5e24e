package io.kairos.torture.oracle;

import io.kairos.wire.Consent;
import io.kairos.wire.CustomerEvent;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a customer said of himself. A later word counts, whatever arrived later. */
final class Person {
  private final Map<String, Word> consents = new HashMap<>();
  private final Map<String, Boolean> reach = new HashMap<>();
  private String language;
  private String timeZone;
  private long saidMillis = Long.MIN_VALUE;

  private record Word(boolean granted, long saidMillis) {}

  /** Late details fill in only what is not known; of each consent the later word counts. */
  void hear(CustomerEvent event) {
    event.getConsents().forEach(consent -> hear(consent, event.getTime()));
    boolean later = event.getTime() >= saidMillis;
    event
        .getReachable()
        .forEach((channel, yes) -> reach.merge(channel, yes, (old, now) -> later ? now : old));
    language = newest(language, event.getLanguage(), later);
    timeZone = newest(timeZone, event.getTimeZone(), later);
    saidMillis = saysMoreThanConsent(event) ? Math.max(saidMillis, event.getTime()) : saidMillis;
  }

  /** Words of consent have instants of their own, and make nothing else old. */
  private static boolean saysMoreThanConsent(CustomerEvent event) {
    return !event.getReachable().isEmpty()
        || Stream.of(
                event.getGender(),
                event.getCity(),
                event.getOccupation(),
                event.getLanguage(),
                event.getTimeZone(),
                event.getBirthYear())
            .anyMatch(Objects::nonNull);
  }

  private void hear(Consent consent, long timeMillis) {
    Word word = new Word(consent.getGranted(), timeMillis);
    consents.merge(
        consent.getPurpose() + "/" + consent.getChannel(),
        word,
        (before, now) -> now.saidMillis() >= before.saidMillis() ? now : before);
  }

  private static String newest(String known, String said, boolean later) {
    return said != null && (later || known == null) ? said : known;
  }

  /** Whether a channel may be used. */
  boolean allows(String channel, boolean service, boolean needed) {
    Word word = consents.get((service ? "service/" : "marketing/") + channel);
    return word == null ? service || !needed : word.granted();
  }

  boolean isReachable(String channel) {
    return reach.getOrDefault(channel, true);
  }

  /** Null for the shop's. */
  String language() {
    return language;
  }

  /** Null for the shop's. */
  String timeZone() {
    return timeZone;
  }

  ZoneId zone(ZoneId shop) {
    return timeZone == null ? shop : ZoneId.of(timeZone);
  }
}
