package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import io.kairos.wire.RuleRecord;
import io.kairos.wire.SchemaArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.MessageDecoder;
import org.apache.avro.specific.SpecificData;

/** Versions as records of the topic: Avro, single-object encoding. */
final class RuleRecords {
  private final MessageDecoder<RuleRecord> decoder = decoder();

  byte[] key(Revision revision) {
    return revision.key().getBytes(StandardCharsets.UTF_8);
  }

  byte[] value(Revision revision) {
    Revision.Terms terms = revision.terms();
    RuleRecord record =
        RuleRecord.newBuilder()
            .setKind(revision.id().kind().onTheWire())
            .setId(revision.id().id())
            .setVersion(revision.number())
            .setStatus(revision.status().label())
            .setBody(revision.body())
            .setAuthor(terms.author())
            .setNote(terms.note())
            .setEffectiveFrom(millis(terms.period().from()))
            .setEffectiveTo(millis(terms.period().to()))
            .build();
    try {
      ByteBuffer buffer = RuleRecord.getEncoder().encode(record);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  /** Empty for what this release cannot read: another encoding, kind or status. */
  Optional<Revision> read(byte[] value) {
    try {
      RuleRecord record = decoder.decode(value);
      return Kind.of(record.getKind())
          .map(kind -> revision(kind, Status.of(record.getStatus()), record));
    } catch (IOException | AvroRuntimeException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Revision revision(Kind kind, Status status, RuleRecord record) {
    return new Revision(
        new DeclarationId(kind, record.getId()),
        record.getVersion(),
        status,
        record.getBody(),
        new Revision.Terms(
            new Period(instant(record.getEffectiveFrom()), instant(record.getEffectiveTo())),
            record.getAuthor(),
            record.getNote()));
  }

  private static Long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(null);
  }

  private static Optional<Instant> instant(Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }

  private static MessageDecoder<RuleRecord> decoder() {
    BinaryMessageDecoder<RuleRecord> decoder =
        new BinaryMessageDecoder<>(
            SpecificData.get(), RuleRecord.getClassSchema(), SchemaArchive.released());
    decoder.addSchema(RuleRecord.getClassSchema());
    return decoder;
  }
}
