package io.kairos.flink.registry;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.wire.SchemaArchive;
import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Brings records of the Confluent wire format into single-object encoding. */
final class FramedRecords implements SingleObjects {
  private final WriterSchemas schemas;
  private final Recent<Written, Rewriting> known = new Recent<>();

  FramedRecords(WriterSchemas schemas) {
    this.schemas = schemas;
  }

  private record Written(Topics topic, int schema) {}

  @Override
  public byte[] of(Topics topic, byte[] record) throws RefusedFrame {
    if (!Frame.marks(record)) {
      return record;
    }
    if (record.length < Frame.BYTES) {
      throw RefusedFrame.unreadable("begins with the byte 00 and ends within the schema's id");
    }
    return rewriting(new Written(topic, Frame.id(record))).of(record);
  }

  private Rewriting rewriting(Written written) throws RefusedFrame {
    Rewriting same = known.get(written);
    if (same == null) {
      same = find(written);
      known.put(written, same);
    }
    return same;
  }

  /** A schema that is not for these records stays so; one that is missing may come. */
  private Rewriting find(Written written) throws RefusedFrame {
    try {
      return rewriting(written.topic(), schemas.byId(written.schema()));
    } catch (RefusedFrame refused) {
      if (refused.reason() == RejectionReason.UNKNOWN_SCHEMA) {
        throw refused;
      }
      return record -> {
        throw refused;
      };
    }
  }

  /** What a release wrote differs by what stands before it. The rest is decoded and encoded. */
  private static Rewriting rewriting(Topics topic, Schema writer) {
    long fingerprint = SchemaNormalization.parsingFingerprint64(writer);
    return SchemaArchive.released().findByFingerprint(fingerprint) == null
        ? new Converted(writer, TopicSchemas.of(topic))
        : new Relabelled(writer);
  }
}
