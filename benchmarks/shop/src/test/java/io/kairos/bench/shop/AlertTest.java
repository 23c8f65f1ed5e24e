package io.kairos.bench.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertTest {

  @Test
  void isWrittenAsJson() {
    assertThat(new Alert("c\"1", Alert.Rule.CART_ABANDONED, 7, 900).json())
        .asString()
        .isEqualTo(
            "{\"customerId\":\"c\\\"1\",\"rule\":\"CART_ABANDONED\",\"time\":7,\"cents\":900}");
  }
}
