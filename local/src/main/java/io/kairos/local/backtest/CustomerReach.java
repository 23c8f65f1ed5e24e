package io.kairos.local.backtest;

/** How often one customer is spoken to, in the order of time. */
final class CustomerReach {
  /** 1970-01-01 was a Thursday. */
  private static final int DAYS_SINCE_MONDAY = 3;

  private int week = Integer.MIN_VALUE;
  private long inWeek;
  private long weeks;
  private long messages;
  private long mostInAWeek;
  private long takenBack;

  /** A message goes out on a day, counted since 1970-01-01. */
  void send(int day) {
    int itsWeek = Math.floorDiv(day + DAYS_SINCE_MONDAY, 7);
    if (itsWeek != week) {
      week = itsWeek;
      inWeek = 0;
      weeks++;
    }
    inWeek++;
    messages++;
    mostInAWeek = Math.max(mostInAWeek, inWeek);
  }

  void takeBack() {
    takenBack++;
  }

  Reach reach() {
    return new Reach(messages == 0 ? 0 : 1, weeks, messages, mostInAWeek, takenBack);
  }
}
