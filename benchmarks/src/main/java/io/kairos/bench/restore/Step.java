package io.kairos.bench.restore;

/** What is done to a job that has read all of an input. */
enum Step {
  STOP("stop with a savepoint"),
  RESTORE("come back, 1 slot"),
  SCALE_UP("come back, 1 to 2 slots"),
  SCALE_DOWN("come back, 2 to 1 slot");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * What a step took.
   *
   * @param millis a stop: until the savepoint is there and the job has ended; the others: from the
   *     submission of the job until all its tasks run with their state
   * @param stateBytes of the savepoint that is made, or that the job comes back from
   */
  record Took(Step step, long millis, long stateBytes) {
    private static final String MARK = "step,";

    /** As it is printed. */
    String line() {
      return MARK + step + "," + millis + "," + stateBytes;
    }

    /** Whether something that was printed is one. */
    static boolean isOne(String line) {
      return line.startsWith(MARK);
    }

    static Took of(String line) {
      String[] fields = line.substring(MARK.length()).split(",");
      return new Took(
          Step.valueOf(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
    }
  }
}
