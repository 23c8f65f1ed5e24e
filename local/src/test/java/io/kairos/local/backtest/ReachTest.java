package io.kairos.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How thickly customers are spoken to. */
final class ReachTest {

  @Test
  void weeksBeginOnMonday() {
    CustomerReach customer = new CustomerReach();
    send(customer, "2026-11-29"); // a Sunday
    send(customer, "2026-11-30");
    send(customer, "2026-12-06");

    assertThat(customer.reach()).isEqualTo(new Reach(1, 2, 3, 2, 0));
  }

  @Test
  void weeksWithoutAMessageDoNotThinTheMean() {
    CustomerReach customer = new CustomerReach();
    send(customer, "2026-01-05");
    send(customer, "2026-01-06");
    send(customer, "2026-06-01");

    assertThat(customer.reach().perCustomerAndWeek()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void aCustomerWithoutAMessageIsNotReached() {
    assertThat(new CustomerReach().reach()).isEqualTo(new Reach(0, 0, 0, 0, 0));
    assertThat(new CustomerReach().reach().perCustomerAndWeek()).isZero();
  }

  @Test
  void customersAddUpAndTheMostOfOneStays() {
    CustomerReach one = new CustomerReach();
    send(one, "2026-01-05");
    send(one, "2026-01-06");
    CustomerReach other = new CustomerReach();
    send(other, "2026-01-05");
    other.takeBack();

    assertThat(one.reach().plus(other.reach())).isEqualTo(new Reach(2, 2, 3, 2, 1));
  }

  private static void send(CustomerReach customer, String day) {
    customer.send((int) LocalDate.parse(day).toEpochDay());
  }
}
