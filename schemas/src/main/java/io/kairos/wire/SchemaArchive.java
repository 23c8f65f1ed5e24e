package io.kairos.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/**
 * The schemas of every release, by fingerprint, so that a record written by any of them can be read
 * without a server.
 */
public final class SchemaArchive implements SchemaStore {
  private static final SchemaArchive ALL = new SchemaArchive();

  private final Map<Long, Schema> read = new ConcurrentHashMap<>();

  private SchemaArchive() {}

  /** The archive that is bundled with this release. */
  public static SchemaArchive released() {
    return ALL;
  }

  /**
   * The schema of a fingerprint.
   *
   * @param fingerprint CRC-64-AVRO of its parsing form, as in the single-object encoding
   * @return null if no release wrote with it
   */
  @Override
  public Schema findByFingerprint(long fingerprint) {
    Schema known = read.get(fingerprint);
    if (known != null) {
      return known;
    }
    // Only what is there is remembered: the fingerprints of corrupt records have no end.
    Optional<Schema> found = load("released/%016x.avsc".formatted(fingerprint));
    found.ifPresent(schema -> read.put(fingerprint, schema));
    return found.orElse(null);
  }

  private static Optional<Schema> load(String resource) {
    try (InputStream in = SchemaArchive.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
