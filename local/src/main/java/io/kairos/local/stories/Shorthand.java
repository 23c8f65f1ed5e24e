package io.kairos.local.stories;

import io.kairos.wire.Consent;
import io.kairos.wire.CustomerEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** Fields of a customer that a story writes shorter than the wire does. */
final class Shorthand {
  private static final String BIRTH_DATE = "birthDate";
  private static final String CONSENT = "consent";
  private static final Pattern DATE = Pattern.compile("(?:(\\d{4})-)?(\\d\\d)-(\\d\\d)");

  private Shorthand() {}

  static boolean isOne(SpecificRecordBase record, String name) {
    return namesFor(record.getSchema()).contains(name);
  }

  static List<String> namesFor(Schema schema) {
    return schema.equals(CustomerEvent.getClassSchema()) ? List.of(BIRTH_DATE, CONSENT) : List.of();
  }

  static void fill(SpecificRecordBase record, Written.Entry entry) {
    CustomerEvent customer = (CustomerEvent) record;
    if (entry.name().equals(BIRTH_DATE)) {
      born(customer, entry.value());
    } else {
      consents(customer, entry.value());
    }
  }

  private static void born(CustomerEvent customer, Written written) {
    Matcher date = DATE.matcher(written.text());
    if (!date.matches()) {
      throw written.wrong(
          "'" + written.text() + "' is no date of birth: write 1990-05-17 or 05-17");
    }
    customer.setBirthYear(date.group(1) == null ? null : Integer.valueOf(date.group(1)));
    customer.setBirthMonth(Integer.valueOf(date.group(2)));
    customer.setBirthDay(Integer.valueOf(date.group(3)));
  }

  private static void consents(CustomerEvent customer, Written written) {
    List<Consent> words = new ArrayList<>(customer.getConsents());
    answers(written)
        .forEach(
            (channel, granted) ->
                words.add(Consent.newBuilder().setChannel(channel).setGranted(granted).build()));
    customer.setConsents(words);
  }

  /** {@code [push, sms]} is yes for both; {@code {push: yes, sms: no}} says each. */
  static Map<String, Boolean> answers(Written written) {
    Map<String, Boolean> answers = new LinkedHashMap<>();
    if (written.isMap()) {
      written.entries().forEach(entry -> answers.put(entry.name(), answer(entry.value())));
    } else {
      written.oneOrMore().forEach(channel -> answers.put(channel.text(), true));
    }
    return answers;
  }

  static boolean answer(Written written) {
    return switch (written.text()) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw written.wrong("'" + written.text() + "' is neither yes nor no");
    };
  }
}
