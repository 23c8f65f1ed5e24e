package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Event;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.segment.SegmentStage;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Looking at what an event changed comes to the same as looking at everything. */
@Domain(Lives.class)
@Domain(DomainContext.Global.class)
class ReviewLawTest {
  private static final RuleSet RULES =
      RuleFile.parse(
          """
          stages:
            - {id: lost, when: activity.idleDays >= 5 || prediction.pAlive < 0.3}
            - {id: new, when: activity.knownDays < 2 && orders.paid <= 1}
            - {id: active}
          segments:
            - {id: lookers, when: activity.viewsIn30Days >= 2 && cart.count == 0}
            - {id: gold-lookers, when: "segment('lookers') && tier == 'gold'"}
            - {id: converts, when: activity.cartConversion >= 0.5}
            - {id: seen, when: activity.daysIn7 >= 2 && stage != 'lost'}
            - {id: buyers, when: spending.in30Days >= 10}
            - {id: tea, when: interests.topCategory == 'tea' || search.streakDays >= 2}
          tiers: [{id: gold, monthlyAverage: 1, orders: 1}]
          """,
          "CNY");
  private static final CustomerEngine ENGINE = new CustomerEngine(RULES, Story.SHOP, 0);
  private static final SegmentStage WHOLE = new SegmentStage(RULES.segments());

  @Property(tries = 300)
  void aWholeReviewFindsNothingMore(@ForAll Lives.Life life) {
    CustomerState state = CustomerState.of("u1");
    for (Event event : life.events()) {
      long now = event.positionMillis();
      state = ENGINE.advance(state, List.of(event), now, new Heard());
      if (state.customerId() == null) {
        continue;
      }
      Facts facts = ENGINE.snapshot(state, now).facts();
      SegmentStage.Result whole = WHOLE.review(state.standing(), facts);

      assertThat(whole.occurred()).as("after %s", event).isEmpty();
      assertThat(state.standing().checkAtMillis())
          .isLessThanOrEqualTo(whole.standing().checkAtMillis());
    }
  }
}
