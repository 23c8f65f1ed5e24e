package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopTest {
  @ParameterizedTest
  @CsvSource({
    "2026-10-24T01:59:59.999Z, 2026-10-23T02:00:00Z",
    "2026-10-24T02:00:00Z, 2026-10-24T02:00:00Z",
    "2026-10-24T23:00:00Z, 2026-10-24T02:00:00Z"
  })
  void startsAtTheLastTenOClockInShanghai(Instant at, Instant morning) {
    assertThat(Shop.morningBefore(at)).isEqualTo(morning);
  }
}
