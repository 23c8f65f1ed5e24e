package io.kairos.local.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurchaseDaysTest {

  @Test
  void ordersOfADayAreOnePurchase() {
    PurchaseDays days = new PurchaseDays(100);
    days.add(100, 5_00);
    days.add(100, 7_00);
    days.add(107, 20_00);
    days.add(107, 1_50);
    days.add(121, 8_50);

    assertThat(days.until(135, 2)).isEqualTo(new PurchaseHistory(2, 3, 5, 15));
  }

  @Test
  void theFirstDayIsNoRepeatPurchase() {
    PurchaseDays days = new PurchaseDays(100);
    days.add(100, 5_00);
    days.add(100, 5_00);

    assertThat(days.until(100, 2)).isEqualTo(new PurchaseHistory(0, 0, 0, 0));
  }

  @Test
  void amountsAreInTheMajorUnitOfTheCurrency() {
    PurchaseDays days = new PurchaseDays(0);
    days.add(0, 100);
    days.add(7, 500);

    assertThat(days.until(7, 0).meanSpend()).isEqualTo(500);
    assertThat(days.until(7, 3).meanSpend()).isEqualTo(0.5);
  }
}
