package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.profile.CartLine;
import io.kairos.engine.rule.Run;
import io.kairos.engine.segment.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** States that released versions wrote; the files never change. */
class CustomerStateGoldenTest {

  @Test
  void restoresVersion1() throws IOException {
    CustomerState state = CustomerState.fromBytes(golden("customer-state-v1.hex"));

    assertThat(state.customerId()).isEqualTo("golden");
    assertThat(state.profile().cart().lines())
        .extracting(CartLine::item)
        .containsExactly("milk", "tea");
    assertThat(state.profile().orders().count()).isEqualTo(3);
    assertThat(state.profile().person().consents()).containsEntry("sms", true);
    assertThat(state.standing().tier()).isEqualTo(Tier.GOLD);
    assertThat(state.agenda().open()).extracting(Run::rule).containsExactly("cart-abandon");
    assertThat(state.history().valid()).hasSize(1);
  }

  @Test
  void writesVersion1AsItWasReleased() throws IOException {
    assertThat(HexFormat.of().formatHex(written().toBytes()))
        .isEqualTo(HexFormat.of().formatHex(golden("customer-state-v1.hex")));
  }

  @Test
  void skipsWhatALaterReleaseAddsToAPart() {
    Packer later = new Packer();
    later.section(7L, (part, out) -> out.number(part).text("of a later release")).number(8);
    Unpacker in = new Unpacker(later.toBytes());

    assertThat((long) in.section(Unpacker::number)).isEqualTo(7);
    assertThat(in.number()).isEqualTo(8);
  }

  private static CustomerState written() {
    Story story = Story.of("golden").at("10:00").allows("sms").cannotBeReachedBy("email");
    story
        .pays("o1", 12_000_00)
        .pays("o2", 1_00)
        .pays("o3", 1_00)
        .at("10:05")
        .refunds("o3", "r", 50);
    return story
        .at("10:10")
        .adds("tea", 2, 15_00)
        .at("10:11")
        .adds("milk", 1, 2_00)
        .soFar()
        .state();
  }

  private static byte[] golden(String file) throws IOException {
    try (InputStream in = CustomerStateGoldenTest.class.getResourceAsStream("/golden/" + file)) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }
}
