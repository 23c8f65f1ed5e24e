package io.kairos.local.profiles;

import static io.kairos.local.profiles.Schemas.STRING;
import static io.kairos.local.profiles.Schemas.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

final class ProfileSearchTest {
  private static final Schema SCHEMA = Schemas.record("Profile", field("city", STRING, ""));
  private static final GenericRecord OLD = Schemas.of(SCHEMA, "Rome");
  private static final GenericRecord NEW = Schemas.of(SCHEMA, "Oslo");

  @Test
  void findsTheLastProfile() throws IOException {
    InMemory source = new InMemory().with("c1", OLD).with("c2", OLD).with("c1", NEW);

    assertThat(new ProfileSearch(source, "c1").find()).isEqualTo(NEW);
  }

  @Test
  void findsAProfileThatLiesElsewhereOnlyIfNoneIsAtHome() throws IOException {
    InMemory source =
        new InMemory().with("c1", NEW).withElsewhere("c1", OLD).withElsewhere("c2", OLD);

    assertThat(new ProfileSearch(source, "c1").find()).isEqualTo(NEW);
    assertThat(new ProfileSearch(source, "c2").find()).isEqualTo(OLD);
  }

  @Test
  void decodesNoOtherCustomersProfile() throws IOException {
    InMemory source = new InMemory().unreadable("c2").with("c1", NEW);

    assertThat(new ProfileSearch(source, "c1").find()).isEqualTo(NEW);
  }

  @Test
  void saysThatACustomerWasErased() {
    InMemory source = new InMemory().with("c1", OLD).erased("c1");

    assertThatThrownBy(() -> new ProfileSearch(source, "c1").find())
        .isInstanceOf(CommandError.class)
        .hasMessage("customer 'c1' was erased: the last record in memory is a tombstone");
  }

  @Test
  void saysHowManyRecordsItReadInVainAndWhichIdsAreNear() {
    InMemory source = new InMemory().with("c17", OLD).with("d0", OLD).withElsewhere("c12", OLD);

    assertThatThrownBy(() -> new ProfileSearch(source, "c1").find())
        .isInstanceOf(CommandError.class)
        .hasMessage("no customer 'c1' among the 3 records of memory; ids like it: c12, c17, d0");
  }

  @Test
  void offersNoIdThatIsNotNear() {
    InMemory source = new InMemory().with("somebody", OLD);

    assertThatThrownBy(() -> new ProfileSearch(source, "c1").find())
        .hasMessage("no customer 'c1' among the 1 record of memory");
  }
}
