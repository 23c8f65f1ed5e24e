package io.kairos.torture.cluster;

/**
 * One execution of a subtask, as Flink tells of it.
 *
 * @param attempt counts from 0 under each leader
 * @param startMillis when it was deployed, epoch milliseconds
 * @param state such as RUNNING
 * @param taskManager the resource id of where it is
 */
record Task(
    String vertex, int subtask, int attempt, long startMillis, String state, String taskManager) {

  boolean runs() {
    return state.equals("RUNNING");
  }
}
