package io.kairos.wire;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The current schemas against every version that a release brought. With {@code
 * -Dkairos.released=RELEASE} the current ones are first written down as those of that release.
 */
class ReleasedSchemasTest {
  private static final ReleasedSchemas RELEASED = ReleasedSchemas.ofThisModule();

  @BeforeAll
  static void writeIfAsked() throws IOException {
    String release = System.getProperty("kairos.released");
    if (release != null) {
      RELEASED.write(release);
    }
  }

  static List<ReleasedSchema> released() throws IOException {
    return RELEASED.read();
  }

  @ParameterizedTest
  @MethodSource("released")
  void currentSchemaReadsReleasedOne(ReleasedSchema released) {
    assertReads(current(released), released.schema());
  }

  @ParameterizedTest
  @MethodSource("released")
  void releasedSchemaReadsCurrentOne(ReleasedSchema released) {
    assertReads(released.schema(), current(released));
  }

  @ParameterizedTest
  @MethodSource("released")
  void fileIsNamedByItsFingerprint(ReleasedSchema released) {
    assertThat(released.fingerprint()).isEqualTo(WireSchemas.fingerprint(released.schema()));
    assertThat(released.name()).isEqualTo(released.schema().getFullName());
  }

  @ParameterizedTest
  @EnumSource
  void currentSchemaIsReleased(Topics topic) throws IOException {
    ReleasedSchema current = ReleasedSchema.of("", topic);
    assertThat(released())
        .as(
            "The schema of %s is not among the released ones. Write it down as that of the release"
                + " in preparation: ./mvnw -pl schemas test -Dkairos.released=RELEASE",
            topic.label())
        .extracting(ReleasedSchema::fingerprint)
        .contains(current.fingerprint());
  }

  /** A fingerprint leaves defaults out, so a changed one would go unseen. */
  @ParameterizedTest
  @MethodSource("released")
  void sameFingerprintMeansSameDefaults(ReleasedSchema released) {
    if (WireSchemas.fingerprint(current(released)).equals(released.fingerprint())) {
      assertThat(current(released)).isEqualTo(released.schema());
    }
  }

  @Test
  void everyFileIsListedOnce() throws IOException {
    assertThat(released().stream().map(ReleasedSchema::file).sorted().toList())
        .isEqualTo(RELEASED.files());
  }

  private static Schema current(ReleasedSchema released) {
    return TopicRecord.all().stream()
        .filter(record -> record.topic().label().equals(released.topic()))
        .findFirst()
        .orElseThrow()
        .schema();
  }

  private static void assertReads(Schema reader, Schema writer) {
    SchemaPairCompatibility pair = checkReaderWriterCompatibility(reader, writer);
    assertThat(pair.getType())
        .as(() -> pair.getResult().getIncompatibilities().toString())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }
}
