package io.kairos.local.profiles;

import static io.kairos.local.profiles.Schemas.STRING;
import static io.kairos.local.profiles.Schemas.field;
import static io.kairos.local.profiles.Schemas.listOf;
import static io.kairos.local.profiles.Schemas.maybe;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

final class SegmentCountTest {
  private static final Schema NAMES =
      Schemas.record("Profile", field("tier", STRING, ""), field("segments", listOf(STRING), ""));
  private static final Schema DATED =
      Schemas.record(
          "Profile",
          field("tier", STRING, ""),
          field("stage", maybe(STRING), ""),
          field("segments", listOf(Schemas.dated()), ""));

  @Test
  void countsNamesOfSegmentsLargestFirst() throws IOException {
    SegmentSizes sizes =
        count(
            new InMemory()
                .with("c1", named("gold", "new", "big-cart"))
                .with("c2", named("none", "new"))
                .with("c3", named("none")));

    assertThat(sizes)
        .isEqualTo(
            new SegmentSizes(
                3,
                List.of(new GroupSize("new", 2), new GroupSize("big-cart", 1)),
                List.of(),
                List.of(new GroupSize("none", 2), new GroupSize("gold", 1))));
  }

  @Test
  void countsSegmentsThatAreRecordsAndStages() throws IOException {
    SegmentSizes sizes =
        count(new InMemory().with("c1", dated("active", "new")).with("c2", dated(null, "new")));

    assertThat(sizes.segments()).containsExactly(new GroupSize("new", 2));
    assertThat(sizes.stages()).containsExactly(new GroupSize("active", 1));
  }

  @Test
  void countsTheLastProfileOfEachCustomerAndNoErasedOne() throws IOException {
    SegmentSizes sizes =
        count(
            new InMemory()
                .with("c1", named("gold"))
                .with("c2", named("gold"))
                .with("c1", named("none"))
                .erased("c2"));

    assertThat(sizes.customers()).isEqualTo(1);
    assertThat(sizes.tiers()).containsExactly(new GroupSize("none", 1));
  }

  @Test
  void leavesOutAndReportsWhatCannotBeRead() throws IOException {
    SegmentCount count = new SegmentCount();
    count.read(new InMemory().unreadable("c1").unreadable("c2").with("c3", named("none")));

    assertThat(count.sizes().customers()).isEqualTo(1);
    assertThat(count.leftOut()).contains("left out 2 records; the first: record of c1 is broken");
  }

  @Test
  void keepsFromTheTerminalWhatARecordMayHold() throws IOException {
    SegmentCount count = new SegmentCount();
    count.read(new InMemory().unreadable("\u001b[2J"));

    assertThat(count.leftOut()).contains("left out 1 records; the first: record of  [2J is broken");
  }

  @Test
  void reportsNothingIfAllCouldBeRead() throws IOException {
    SegmentCount count = new SegmentCount();
    count.read(new InMemory().with("c1", named("none")));

    assertThat(count.leftOut()).isEmpty();
  }

  private static SegmentSizes count(ProfileSource source) throws IOException {
    SegmentCount count = new SegmentCount();
    count.read(source);
    return count.sizes();
  }

  private static GenericRecord named(String tier, String... segments) {
    return Schemas.of(NAMES, tier, List.of(segments));
  }

  private static GenericRecord dated(String stage, String... segments) {
    return Schemas.of(
        DATED,
        "none",
        stage,
        Arrays.stream(segments).map(name -> Schemas.of(Schemas.dated(), name, 0L)).toList());
  }
}
