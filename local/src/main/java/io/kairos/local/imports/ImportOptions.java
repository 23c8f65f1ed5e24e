package io.kairos.local.imports;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a shop says of its own file.
 *
 * @param columns which column holds what, for {@code csv}
 * @param currency ISO 4217 code of the amounts; null: the shop's currency
 * @param zone zone of times that name none
 */
public record ImportOptions(ColumnNames columns, String currency, ZoneId zone) {

  /** No columns, the shop's currency, UTC. */
  public static ImportOptions defaults() {
    return new ImportOptions(ColumnNames.none(), null, ZoneOffset.UTC);
  }

  boolean isDefault() {
    return equals(defaults());
  }

  public ImportOptions withColumns(ColumnNames changed) {
    return new ImportOptions(changed, currency, zone);
  }

  public ImportOptions withCurrency(String changed) {
    MinorUnits.of(changed);
    return new ImportOptions(columns, changed, zone);
  }

  public ImportOptions withZone(ZoneId changed) {
    return new ImportOptions(columns, currency, changed);
  }
}
