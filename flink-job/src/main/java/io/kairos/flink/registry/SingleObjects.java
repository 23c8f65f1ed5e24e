package io.kairos.flink.registry;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.wire.Topics;
import java.time.InstantSource;

/** Records in single-object encoding, whichever of the two forms they lie in. */
public interface SingleObjects {

  /**
   * A record as single-object encoding; the same bytes if it is no record in the Confluent wire
   * format.
   *
   * @param topic what it is a record of
   * @throws RefusedFrame if it is one that nobody can read
   * @throws RegistryUnavailable if the registry does not answer
   */
  byte[] of(Topics topic, byte[] record) throws RefusedFrame;

  /** Not for use by several threads at once. */
  static SingleObjects of(RegistryConfig config) {
    return config.isSet()
        ? new FramedRecords(new WriterSchemas(new PatientRegistry(config), InstantSource.system()))
        : SingleObjects::withoutRegistry;
  }

  private static byte[] withoutRegistry(Topics topic, byte[] record) throws RefusedFrame {
    if (Frame.marks(record)) {
      throw RefusedFrame.unreadable(
          "begins with the byte 00, as the Confluent wire format does: set schema.registry.url");
    }
    return record;
  }
}
