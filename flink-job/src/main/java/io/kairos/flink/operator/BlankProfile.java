package io.kairos.flink.operator;

import io.kairos.wire.Profile;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Makes profiles that hold the schema's defaults and nothing else. Avro's builder does so, too, but
 * copies and checks each of the many fields every time.
 */
final class BlankProfile {
  private final List<Default> defaults = new ArrayList<>();

  /** What a new record does not hold by itself. */
  private record Default(int position, Object value) {}

  BlankProfile() {
    Profile bare = new Profile();
    Profile whole = Profile.newBuilder().setCustomerId("").setAsOf(0).setCurrency("").build();
    for (Schema.Field field : Profile.SCHEMA$.getFields()) {
      Object value = whole.get(field.pos());
      if (value != null && !value.equals(bare.get(field.pos()))) {
        defaults.add(new Default(field.pos(), value));
      }
    }
  }

  Profile make() {
    Profile profile = new Profile();
    for (Default one : defaults) {
      profile.put(one.position(), one.value());
    }
    return profile;
  }
}
