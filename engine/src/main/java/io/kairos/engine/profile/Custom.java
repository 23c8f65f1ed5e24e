package io.kairos.engine.profile;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.pack.Fingerprint;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.pack.Utf8;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the shop adds of its own: custom events by name and attributes. Only declared ones are kept.
 *
 * @param events by hash of the name
 * @param attributes last values by hash of the name, each at most {@value #LONGEST_VALUE} bytes,
 *     together at most {@value #MOST_BYTES}: of a value for which there is no room nothing is kept.
 *     A late event only fills in what is not known
 */
public record Custom(Map<Integer, CustomCount> events, Map<Integer, String> attributes) {
  /** Longest value of an attribute, bytes of UTF-8; a longer one is cut. */
  public static final int LONGEST_VALUE = 64;

  /** Most bytes that all values take together. */
  public static final int MOST_BYTES = 320;

  static final Custom NONE = new Custom(Map.of(), Map.of());

  /** How often a custom event of that name came, and when last; nothing if it never did. */
  public Optional<CustomCount> event(String name) {
    return Optional.ofNullable(events.get(Fingerprint.of32(name)));
  }

  /** The last value of an attribute; null where not known. */
  public String attribute(String name) {
    return attributes.get(Fingerprint.of32(name));
  }

  /** A bound on the bytes that it takes in state. */
  public int mostBytes() {
    return 16 * events.size() + (attributes.isEmpty() ? 0 : MOST_BYTES + 6 * attributes.size());
  }

  Custom with(Event event, Declared declared) {
    Custom next = this;
    String name = event instanceof Click click ? click.content().custom() : null;
    if (name != null && declared.events().contains(name)) {
      next = next.counted(name, event.timeMillis(), declared);
    }
    Map<String, String> attributes = event.header().attributes();
    if (attributes.isEmpty() || declared.attributes().isEmpty()) {
      return next;
    }
    for (Map.Entry<String, String> given : new TreeMap<>(attributes).entrySet()) {
      boolean known = next.attribute(given.getKey()) != null;
      if (declared.attributes().contains(given.getKey()) && !(event.late() && known)) {
        next = next.told(given.getKey(), Utf8.cut(given.getValue(), LONGEST_VALUE), declared);
      }
    }
    return next;
  }

  private Custom counted(String name, long timeMillis, Declared declared) {
    int hash = Fingerprint.of32(name);
    Map<Integer, CustomCount> next = new TreeMap<>(events);
    next.put(hash, events.getOrDefault(hash, CustomCount.NONE).plus(timeMillis));
    next.keySet().retainAll(hashes(declared.events()));
    return new Custom(next, attributes);
  }

  /** What is no longer declared makes room. */
  private Custom told(String name, String value, Declared declared) {
    int hash = Fingerprint.of32(name);
    if (value.equals(attributes.get(hash))) {
      return this;
    }
    Map<Integer, String> next = new TreeMap<>(attributes);
    next.put(hash, value);
    next.keySet().retainAll(hashes(declared.attributes()));
    int bytes = next.values().stream().mapToInt(Utf8::length).sum();
    if (bytes > MOST_BYTES) {
      next.remove(hash);
    }
    return new Custom(events, next);
  }

  private static Set<Integer> hashes(Set<String> names) {
    return names.stream().map(Fingerprint::of32).collect(Collectors.toSet());
  }

  void pack(Packer out) {
    out.unsigned(events.size());
    events.forEach((name, count) -> count.pack(out.hash(name, 4)));
    out.unsigned(attributes.size());
    attributes.forEach((name, value) -> out.hash(name, 4).text(value));
  }

  static Custom unpack(Unpacker in) {
    Map<Integer, CustomCount> events = new TreeMap<>();
    for (int rest = in.unsignedInt(); rest > 0; rest--) {
      events.put((int) in.hash(4), CustomCount.unpack(in));
    }
    Map<Integer, String> attributes = new TreeMap<>();
    for (int rest = in.unsignedInt(); rest > 0; rest--) {
      attributes.put((int) in.hash(4), in.text());
    }
    return events.isEmpty() && attributes.isEmpty() ? NONE : new Custom(events, attributes);
  }
}
