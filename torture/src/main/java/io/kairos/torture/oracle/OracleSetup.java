package io.kairos.torture.oracle;

import java.time.ZoneId;

/**
 * What decides beside the log.
 *
 * @param ruleFile text of the rule file
 * @param shopZone zone of customers who gave none
 * @param currency ISO 4217 code of all amounts
 * @param latenessMillis {@code time.lateness}: what arrives later after its time is late
 * @param untilMillis {@code time.end}: what comes due up to it, inclusive, is decided; epoch
 *     milliseconds
 */
public record OracleSetup(
    String ruleFile, ZoneId shopZone, String currency, long latenessMillis, long untilMillis) {

  /** Under the rules that come with this module. */
  public OracleSetup(ZoneId shopZone, String currency, long latenessMillis, long untilMillis) {
    this(TortureRules.text(), shopZone, currency, latenessMillis, untilMillis);
  }
}
