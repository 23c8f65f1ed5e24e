package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  @Test
  void sellsEachItemOnceAtASensiblePrice() {
    assertThat(Catalogue.all()).extracting(Item::id).doesNotHaveDuplicates();
    assertThat(Catalogue.all())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            item ->
                assertThat(item.priceCents())
                    .isPositive()
                    .isLessThanOrEqualTo(item.listPriceCents()));
  }

  @ParameterizedTest
  @ValueSource(longs = {200_00, 2_160_00, 4_000_00, 5_880_00})
  void fillsABasketCloseToItsBudget(long budgetCents) {
    for (int seed = 0; seed < 100; seed++) {
      List<Item> basket = Catalogue.basketWithin(budgetCents, new SplittableRandom(seed));
      long sum = basket.stream().mapToLong(Item::priceCents).sum();
      assertThat(sum).isBetween(budgetCents - 30_00, budgetCents);
      assertThat(basket).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void leavesABasketEmptyThatNothingFits() {
    assertThat(Catalogue.basketWithin(1, new SplittableRandom(1))).isEmpty();
  }
}
