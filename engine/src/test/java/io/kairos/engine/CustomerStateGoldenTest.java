package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Birth;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Consent;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Price;
import io.kairos.engine.interest.Search;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.profile.CartLine;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Run;
import io.kairos.engine.segment.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** States that released versions wrote; the files never change. */
class CustomerStateGoldenTest {
  private static final RuleSet RULES =
      RuleFile.parse(
          DefaultFile.text()
              .replace("events: []", "events: [spun]")
              .replace("attributes: []", "attributes: [plan]"),
          "CNY");

  @Test
  void restoresVersion1() throws IOException {
    CustomerState state = CustomerState.fromBytes(golden("customer-state-v1.hex"));

    assertThat(state.customerId()).isEqualTo("u1");
    assertThat(state.profile().cart().lines())
        .extracting(CartLine::item)
        .containsExactly("milk", "tea");
    assertThat(state.profile().orders().count()).isEqualTo(3);
    assertThat(state.profile().person().word("sms", Consent.Purpose.MARKETING))
        .hasValueSatisfying(word -> assertThat(word.granted()).isTrue());
    assertThat(state.standing().rank()).isEqualTo(Tier.GOLD);
    assertThat(state.standing().stage()).isEqualTo("regular");
    assertThat(state.profile().person().details().birth()).isEqualTo(new Birth(1999, 2, 28));
    assertThat(state.profile().interests().brands().heaviest()).isEqualTo("acme");
    assertThat(state.profile().searches().queries())
        .extracting(Search::text)
        .containsExactly("red phone");
    assertThat(state.profile().custom().attribute("plan")).isEqualTo("gold");
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

  @Test
  void readsWhatAnEarlierReleaseWroteOfAPart() {
    Packer earlier = new Packer();
    earlier.section(7L, (part, out) -> out.number(part)).number(8);
    Unpacker in = new Unpacker(earlier.toBytes());

    List<Long> part = in.section(from -> List.of(from.number(), from.more() ? from.number() : -1L));

    assertThat(part).containsExactly(7L, -1L);
    assertThat(in.number()).isEqualTo(8);
  }

  private static CustomerState written() {
    Story story = Story.under(RULES).at("10:00").allows("sms").cannotBeReachedBy("email");
    story.tells(
        new CustomerChange.Details(
            "female", "Shanghai", "student", "zh-CN", "Asia/Shanghai", new Birth(1999, 2, 28)));
    Item phone = new Item("phone-7", "electronics.phone", "acme");
    var clip = new Click.Content(null, "short-video", null, 12_000);
    story.clicks(EventName.VIEW, phone, new Price(99_00, 129_00, null), clip);
    story.clicks(EventName.LIKE, phone, Price.UNKNOWN, Click.Content.NONE);
    var query = new Click.Content(null, null, "  Red  Phone ", 0);
    story.clicks(EventName.SEARCH, phone, Price.UNKNOWN, query);
    story.withAttributes(Map.of("plan", "gold"));
    var spin = new Click.Content("spun", null, null, 0);
    story.clicks(EventName.CUSTOM, Item.NONE, Price.UNKNOWN, spin);
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
