package io.kairos.engine;

import io.kairos.engine.delivery.DeliveryStage;
import io.kairos.engine.fact.Lens;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.ProfileStage;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.Edition;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.RuleStage;
import io.kairos.engine.segment.SegmentStage;
import io.kairos.engine.trigger.TriggerStage;

/**
 * The stages under the rules of one edition.
 *
 * @param lens for every customer but for the calendar
 */
record Stages(
    ProfileStage profiles,
    SegmentStage segments,
    RuleStage rules,
    DeliveryStage delivery,
    Lens lens) {

  static Stages of(Edition edition, Shop shop) {
    RuleSet set = edition.set();
    TriggerStage triggers = new TriggerStage(shop.currency(), set.segments().tiers());
    return new Stages(
        new ProfileStage(shop, set.profile()),
        new SegmentStage(set.segments()),
        new RuleStage(edition, shop),
        new DeliveryStage(set, triggers),
        new Lens(
            new Calendar(shop, shop.zone(), 0),
            set.profile().yardsticks(),
            set.profile().declared(),
            set.model(),
            shop.minorPerMajor()));
  }
}
