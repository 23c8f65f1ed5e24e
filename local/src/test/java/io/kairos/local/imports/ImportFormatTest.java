package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFormatTest {

  @ParameterizedTest
  @ValueSource(strings = {"rees46", "retail", "cdnow", "otto", "jsonl"})
  void describesItself(String name) {
    ImportFormat format = ImportFormat.byName(name, ImportOptions.defaults());
    assertThat(format.name()).isEqualTo(name);
    assertThat(format.zone()).isNotNull();
    assertThat(format.description()).contains("one order is").endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({"rees46, USD", "retail, GBP", "cdnow, USD", "otto, EUR"})
  void knowsTheCurrencyOfAPublicFile(String name, String currency) {
    assertThat(ImportFormat.byName(name, ImportOptions.defaults()).currency())
        .isEqualTo(Currency.getInstance(currency).getCurrencyCode());
  }

  @Test
  void suggestsTheNearestNameForAnUnknownOne() {
    assertThatThrownBy(() -> ImportFormat.byName("rees64", ImportOptions.defaults()))
        .isInstanceOf(ImportException.class)
        .hasMessage(
            "no import format 'rees64', did you mean 'rees46'?;"
                + " known: rees46, retail, cdnow, otto, csv, jsonl");
  }

  @Test
  void takesColumnsForCsvOnly() {
    ImportOptions options =
        ImportOptions.defaults().withColumns(ColumnNames.parse("time=t,customer=c,type=e"));
    assertThat(ImportFormat.byName("csv", options).name()).isEqualTo("csv");
    assertThatThrownBy(() -> ImportFormat.byName("otto", options))
        .hasMessage("format 'otto' takes no columns; only csv does");
    assertThatThrownBy(() -> ImportFormat.byName("csv", ImportOptions.defaults()))
        .hasMessageContaining("'time' is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time=t,customer=c | columns: 'type' is missing",
        "time=t,time=u | columns: 'time' is given twice",
        "tiem=t | columns: no field 'tiem', did you mean 'time'?",
        "time | columns: 'time' is not field=COLUMN"
      })
  void saysWhatIsWrongWithTheColumns(String columns, String message) {
    assertThatThrownBy(() -> ColumnNames.parse(columns))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith(message);
  }
}
