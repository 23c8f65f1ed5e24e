package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "EUR, 1.004, 100",
    "EUR, 1.005, 101",
    "EUR, -1.005, -101",
    "JPY, 10.5, 11",
    ", 2, 200"
  })
  void roundsToMinorUnitsHalfUp(String currency, BigDecimal amount, long expected) {
    assertThat(MinorUnits.of(currency).round(amount)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4,5", "1e99", "-1e99", "1e-99", "NaN", "1000000000000"})
  void refusesNumbersOutOfRange(String text) {
    assertThatThrownBy(() -> Numbers.decimal(text)).isInstanceOf(RowRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2147483648"})
  void refusesWholeNumbersThatAreNot(String text) {
    assertThatThrownBy(() -> Numbers.whole(text)).isInstanceOf(RowRefused.class);
  }

  @ParameterizedTest
  @CsvSource({"3.0, 3", "-2147483648, -2147483648"})
  void readsWholeNumbers(String text, int expected) throws RowRefused {
    assertThat(Numbers.whole(text)).isEqualTo(expected);
  }
}
