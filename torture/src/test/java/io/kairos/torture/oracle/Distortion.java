package io.kairos.torture.oracle;

import io.kairos.engine.event.Event;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A wrong way to do what the job does: each is a bug that somebody could write. */
enum Distortion {
  NONE,

  DEADLINES_FIRE_BEFORE_EVENTS_OF_THEIR_INSTANT {
    @Override
    boolean firesBeforeTheEventsOfAnInstant() {
      return true;
    }
  },

  LATENESS_IS_A_MILLISECOND_STRICTER {
    @Override
    long lateness(long millis) {
      return millis - 1;
    }
  },

  LATENESS_IS_A_MILLISECOND_LAXER {
    @Override
    long lateness(long millis) {
      return millis + 1;
    }
  },

  EVENTS_COUNT_WHEN_THEY_ARRIVE {
    @Override
    long lateness(long millis) {
      return -1;
    }
  },

  TOPICS_TIE_THE_OTHER_WAY_ROUND {
    @Override
    Comparator<Event> order() {
      Comparator<Event> last = Comparator.comparing(e -> e.header().origin());
      return Comparator.comparingLong(Event::positionMillis)
          .thenComparing(last.reversed())
          .thenComparing(Event.ORDER);
    }
  },

  REPEATED_CLICKS_COUNT {
    @Override
    List<LoggedRecord> log(List<LoggedRecord> log) {
      Set<ByteBuffer> seen = new HashSet<>();
      return log.stream()
          .map(record -> seen.add(ByteBuffer.wrap(record.value())) ? record : renamed(record))
          .toList();
    }
  },

  LATE_EVENTS_ARE_LOST {
    @Override
    List<LoggedRecord> log(List<LoggedRecord> log) {
      return log.stream().filter(record -> !isLate(record)).toList();
    }
  },

  A_CAP_LOOKS_A_SECOND_FURTHER_BACK {
    @Override
    String rules(String written) {
      return written.replace("most: 3, within: 40s", "most: 3, within: 41s");
    }
  },

  A_CAP_LETS_ONE_MORE_THROUGH {
    @Override
    String rules(String written) {
      return written.replace("most: 3, within: 40s", "most: 4, within: 40s");
    }
  },

  THE_GAP_IS_NOT_KEPT {
    @Override
    String rules(String written) {
      return written.replace("gap: 2s", "gap: 0s");
    }
  },

  THE_LOWER_PRIORITY_GOES_FIRST {
    @Override
    String rules(String written) {
      return written.replace("priority: 80", "priority: 9");
    }
  },

  SMS_NEEDS_NO_CONSENT {
    @Override
    String rules(String written) {
      return written.replace("consentNeeded: [sms]", "consentNeeded: []");
    }
  },

  CHANGES_OF_A_CART_MOVE_NOTHING {
    @Override
    String rules(String written) {
      return written.replace("restart: cart.changed", "restart: none");
    }
  },

  MESSAGES_ARE_TAKEN_BACK_A_SECOND_LONGER {
    @Override
    String rules(String written) {
      return written.replace("cancelFor: 30s", "cancelFor: 31s");
    }
  },

  A_RULE_MAY_SPEAK_AGAIN_A_SECOND_EARLY {
    @Override
    String rules(String written) {
      return written.replace("again: 30s", "again: 29s");
    }
  },

  A_MESSAGE_GOES_OUT_TWICE {
    @Override
    List<Trigger> said(List<Trigger> triggers) {
      List<Trigger> said = new ArrayList<>(triggers);
      said.addAll(triggers.subList(0, Math.min(1, triggers.size())));
      return said;
    }
  },

  A_MESSAGE_IS_LOST {
    @Override
    List<Trigger> said(List<Trigger> triggers) {
      return triggers.subList(Math.min(1, triggers.size()), triggers.size());
    }
  },

  ONE_VALUE_OF_ONE_MESSAGE_IS_WRONG {
    @Override
    List<Trigger> said(List<Trigger> triggers) {
      triggers.stream().findFirst().ifPresent(t -> t.setAnchorTime(t.getAnchorTime() + 1));
      return triggers;
    }
  },

  TWO_CUSTOMERS_ARE_MIXED_UP {
    @Override
    List<Trigger> said(List<Trigger> triggers) {
      List<String> customers = triggers.stream().map(Trigger::getCustomerId).toList();
      List<String> turned = new ArrayList<>(customers);
      Collections.reverse(turned);
      IntStream.range(0, turned.size()).forEach(i -> triggers.get(i).setCustomerId(turned.get(i)));
      return triggers;
    }
  };

  private static final long LATENESS_MILLIS = 2000;

  /** The rule file as the engine gets it. */
  String rules(String written) {
    return written;
  }

  /** The bound of lateness as the engine knows it. */
  long lateness(long millis) {
    return millis;
  }

  List<LoggedRecord> log(List<LoggedRecord> log) {
    return log;
  }

  Comparator<Event> order() {
    return Event.ORDER;
  }

  boolean firesBeforeTheEventsOfAnInstant() {
    return false;
  }

  /** What comes out, after the engine. */
  List<Trigger> said(List<Trigger> triggers) {
    return triggers;
  }

  private static boolean isLate(LoggedRecord record) {
    return InputTopic.of(record.topic())
        .read(record.value())
        .map(r -> record.appendMillis() - (Long) r.get("time") > LATENESS_MILLIS)
        .orElse(false);
  }

  private static LoggedRecord renamed(LoggedRecord record) {
    if (!record.topic().equals("clickstream")) {
      return record;
    }
    try {
      ClickstreamEvent click = ClickstreamEvent.getDecoder().decode(record.value());
      click.setEventId("again-" + record.offset());
      ByteBuffer buffer = ClickstreamEvent.getEncoder().encode(click);
      byte[] value = new byte[buffer.remaining()];
      buffer.get(value);
      return new LoggedRecord(
          record.topic(), record.partition(), record.offset(), record.appendMillis(), value);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }
}
