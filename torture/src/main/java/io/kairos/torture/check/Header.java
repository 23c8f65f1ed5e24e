package io.kairos.torture.check;

import io.kairos.wire.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;

/** The headers of a trigger by the page Consuming triggers: each is there once, in clear. */
enum Header {
  ID("kairos-id", Trigger::getId),
  KIND("kairos-kind", trigger -> trigger.getKind().name()),
  RULE("kairos-rule", Trigger::getRule),
  CHANNEL("kairos-channel", Trigger::getChannel),
  MODE("kairos-mode", trigger -> trigger.getMode().name());

  private final String key;
  private final Function<Trigger, String> value;

  Header(String key, Function<Trigger, String> value) {
    this.key = key;
    this.value = value;
  }

  /** Whether all of them say what the trigger says. */
  static boolean allSay(Trigger trigger, Headers headers) {
    return Arrays.stream(values()).allMatch(header -> header.says(trigger, headers));
  }

  private boolean says(Trigger trigger, Headers headers) {
    List<String> said = new ArrayList<>();
    headers.headers(key).forEach(header -> said.add(text(header.value())));
    return said.size() == 1 && said.get(0).equals(value.apply(trigger));
  }

  private static String text(byte[] value) {
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }
}
