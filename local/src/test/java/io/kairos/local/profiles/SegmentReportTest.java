package io.kairos.local.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SegmentReportTest {
  private static final SegmentSizes SIZES =
      new SegmentSizes(
          4_000,
          List.of(new GroupSize("cart-open", 1_000), new GroupSize("新客", 3)),
          List.of(new GroupSize("active", 4_000)),
          List.of(new GroupSize("none", 4_000)));

  @Test
  void showsCustomersAndShares() {
    assertThat(String.join("\n", new SegmentReport(SIZES).lines()))
        .isEqualTo(
            """
                               customers     share
            All                    4,000

            Segments
              cart-open            1,000    25.0 %
              新客                     3     0.1 %

            Lifecycle stages
              active               4,000   100.0 %

            Tiers
              none                 4,000   100.0 %""");
  }

  @Test
  void isOneObjectAsJson() {
    assertThat(new SegmentReport(SIZES).json())
        .startsWith(
            "{\"customers\":4000,\"segments\":[{\"name\":\"cart-open\",\"customers\":1000,\"share\":0.25}")
        .endsWith("\"tiers\":[{\"name\":\"none\",\"customers\":4000,\"share\":1.0}]}")
        .doesNotContain("\n");
  }

  @Test
  void saysThatNobodyIsInASegmentAndNothingOfStagesThatAreNot() {
    SegmentSizes none = new SegmentSizes(0, List.of(), List.of(), List.of());

    assertThat(new SegmentReport(none).lines())
        .contains("  nobody is in one")
        .doesNotContain("Lifecycle stages");
  }
}
