package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void tellsWhatCameInAndWhatCameOut() {
    assertThat(String.join("\n", Summary.of(Snapshots.busy(), Snapshots.SHANGHAI)))
        .isEqualTo(
            """
            Ran for 1 min 12 s, up to Sat 24 Oct 2026  11:12:40 Asia/Shanghai in event time.

            Events                      17,525
              customers                  1,762
              clickstream               12,345
              cart                       2,310
              orders                     1,108
            Customers                    1,714
              sessions                   3,302
              open carts                   403
            Triggers                        78
              cart-abandon                  41   c00412: 3 items worth 438.00 CNY have been in the cart for 1 h \
            without an order, and the customer has been idle for 52 min.
              dormancy                      12   c00052: No activity for 30 days after 1 order.
              vip-upgrade                   25   c00081: Tier rose from none to gold: 2,013.40 CNY a month \
            over 6 months, 6 orders.
              taken back                     1""");
  }

  @Test
  void tellsAlsoOfNothing() {
    assertThat(Summary.of(Snapshots.starting(60), Snapshots.SHANGHAI))
        .contains("Events                           0", "Triggers                         0");
  }
}
