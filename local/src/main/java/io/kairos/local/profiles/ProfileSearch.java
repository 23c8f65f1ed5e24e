package io.kairos.local.profiles;

import io.kairos.local.CommandError;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.avro.generic.GenericRecord;

/** Looks for one customer's profile. Used once. */
public final class ProfileSearch {
  private final ProfileSource source;
  private final String customerId;
  private final NearIds near;
  private long read;
  private Entry last;

  public ProfileSearch(ProfileSource source, String customerId) {
    this.source = source;
    this.customerId = customerId;
    this.near = new NearIds(customerId);
  }

  /**
   * The latest profile.
   *
   * @throws CommandError if there is none
   */
  public GenericRecord find() throws IOException {
    for (ProfileSource.Part part : source.partsFor(customerId)) {
      if (last == null) {
        part.read(this::look);
      }
    }
    if (last == null) {
      throw new CommandError(unknown());
    }
    return last.profile()
        .orElseThrow(
            () ->
                new CommandError(
                    "customer '%s' was erased: the last record in %s is a tombstone"
                        .formatted(customerId, source.name())));
  }

  private void look(Entry entry) {
    read++;
    String id = entry.customerId();
    if (id.equals(customerId)) {
      last = entry;
    } else {
      near.offer(id);
    }
  }

  private String unknown() {
    String message =
        String.format(
            Locale.ROOT,
            "no customer '%s' among the %,d record%s of %s",
            customerId,
            read,
            read == 1 ? "" : "s",
            source.name());
    List<String> ids = near.ids();
    return ids.isEmpty() ? message : message + "; ids like it: " + String.join(", ", ids);
  }
}
