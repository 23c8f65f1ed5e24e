package io.kairos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaArchiveTest {

  static List<ReleasedSchema> released() throws IOException {
    return ReleasedSchemas.ofThisModule().read();
  }

  @ParameterizedTest
  @MethodSource("released")
  void holdsEverySchemaThatWasEverReleased(ReleasedSchema released) {
    long fingerprint = Long.parseUnsignedLong(released.fingerprint(), 16);
    assertThat(SchemaArchive.released().findByFingerprint(fingerprint))
        .isEqualTo(released.schema());
  }

  @Test
  void knowsNoOther() {
    assertThat(SchemaArchive.released().findByFingerprint(17)).isNull();
  }
}
