package io.kairos.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import org.junit.jupiter.api.Test;

/** A tier that a later release added, read after a rollback to this one. */
class LaterTierTest {
  private static final long NOON = 1_800_000_000_000L;

  @Test
  void isTheHighestThatIsKnown() {
    Standing held = Standing.NEW.holding(Tier.GOLD, NOON).at("active", NOON);
    Packer out = new Packer();
    held.pack(out);
    byte[] later = out.toBytes();
    later[0] = 4;

    Standing read = Standing.unpack(new Unpacker(later));

    assertThat(read).isEqualTo(Standing.NEW.holding(Tier.DIAMOND, NOON).at("active", NOON));
  }
}
