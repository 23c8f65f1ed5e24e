package io.kairos.flink.operator;

import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.profile.Channel;
import io.kairos.engine.profile.Person;
import io.kairos.engine.profile.Word;
import io.kairos.wire.Profile;
import io.kairos.wire.ProfileConsent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who the customer is and what the customer allows, as far as it is no single value. */
final class PersonFields {
  private PersonFields() {}

  static void write(Person person, Profile record) {
    Map<String, String> marketing = new TreeMap<>();
    Map<String, Boolean> reachable = new TreeMap<>();
    List<ProfileConsent> consents = new ArrayList<>();
    for (Channel channel : person.channels()) {
      channel
          .word(Purpose.MARKETING)
          .ifPresent(word -> marketing.put(channel.name(), word.granted() ? "granted" : "denied"));
      if (channel.reach() != null) {
        reachable.put(channel.name(), channel.reach());
      }
      for (Purpose purpose : Purpose.values()) {
        channel.word(purpose).ifPresent(word -> consents.add(consent(channel, purpose, word)));
      }
    }
    record.setRegisteredAt(ProfileRecords.orNull(person.registeredAtMillis()));
    record.setConsent(marketing);
    record.setConsents(consents);
    record.setReachable(reachable);
  }

  private static ProfileConsent consent(Channel channel, Purpose purpose, Word word) {
    return new ProfileConsent(
        channel.name(),
        purpose.name().toLowerCase(Locale.ROOT),
        word.granted(),
        word.atMillis(),
        word.source());
  }
}
