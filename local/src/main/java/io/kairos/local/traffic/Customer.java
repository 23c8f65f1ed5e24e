package io.kairos.local.traffic;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * Who a customer is, as told at registration.
 *
 * @param id the shop's id of the customer
 * @param birth date of birth
 * @param home where the customer lives
 * @param platform where the customer shops: app, mini-program or web
 * @param word what the customer allows
 */
record Customer(String id, LocalDate birth, Home home, String platform, Word word) {
  private static final double GRANTS_SMS = 0.70;
  private static final double DENIES_PUSH = 0.05;
  private static final long FIRST_BIRTH = LocalDate.of(1960, 1, 1).toEpochDay();
  private static final long LAST_BIRTH = LocalDate.of(2007, 1, 1).toEpochDay();

  /**
   * Consent to marketing by channel.
   *
   * @param sms granted or denied
   * @param push granted or denied
   */
  record Word(boolean sms, boolean push) {
    static final Word LOYAL = new Word(true, true);

    static Word drawn(RandomGenerator random) {
      return new Word(random.nextDouble() < GRANTS_SMS, random.nextDouble() >= DENIES_PUSH);
    }
  }

  /**
   * Where a customer lives.
   *
   * @param city of the made-up shop's country
   * @param timeZone zone id; null where it is the shop's
   */
  record Home(String city, String timeZone) {}

  /** A customer by number, from 0. */
  static Customer drawn(Crowd crowd, int number, Word word, RandomGenerator random) {
    return new Customer(
        crowd.idPrefix() + "%05d".formatted(number + 1),
        LocalDate.ofEpochDay(random.nextLong(FIRST_BIRTH, LAST_BIRTH)),
        new Home(Shop.city(random), crowd.toldZone()),
        Shop.platform(random),
        word);
  }
}
