package io.kairos.local.profiles;

import io.kairos.local.view.Columns;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * Keeps of the last profile of each customer what is counted, in about 100 bytes a customer. A
 * record that cannot be read is left out, and the profile before it then counts.
 */
public final class SegmentCount {
  private final Map<String, Membership> lastOfEach = new HashMap<>();

  /** One object for all customers that are alike. */
  private final Map<Membership, Membership> alike = new HashMap<>();

  private long unreadable;
  private UnreadableProfile firstUnreadable;

  /** The fields that a source must give. */
  public static ProfileShape shape() {
    return ProfileShape.of(Membership.FIELDS);
  }

  /** Reads all of a source. */
  public void read(ProfileSource source) throws IOException {
    source.all().read(this::keep);
  }

  /** The sizes by what was read so far. */
  public SegmentSizes sizes() {
    return SegmentSizes.of(lastOfEach);
  }

  /** Says how many records were left out, and why the first of them; empty if none was. */
  public Optional<String> leftOut() {
    return Optional.ofNullable(firstUnreadable)
        .map(
            first ->
                "left out %d records; the first: %s"
                    .formatted(unreadable, Columns.harmless(first.getMessage())));
  }

  private void keep(Entry entry) throws IOException {
    try {
      Optional<GenericRecord> profile = entry.profile();
      if (profile.isPresent()) {
        Membership now = Membership.of(profile.get());
        Membership same = alike.computeIfAbsent(now, first -> first);
        lastOfEach.put(entry.customerId(), same);
      } else {
        lastOfEach.remove(entry.customerId());
      }
    } catch (UnreadableProfile none) {
      unreadable++;
      firstUnreadable = firstUnreadable == null ? none : firstUnreadable;
    }
  }
}
