package io.kairos.torture.cluster;

import java.util.Set;

/**
 * The executions that a job consists of. Those before and after a restart are not equal.
 *
 * @param job its id
 */
public record Tasks(String job, Set<Task> all) {

  /** Whether every subtask of every vertex runs; not so where there are none. */
  boolean allRun() {
    return !all.isEmpty() && all.stream().allMatch(Task::runs);
  }

  /** Whether one of them runs in the TaskManager of a resource id. */
  boolean runIn(String taskManager) {
    return all.stream().anyMatch(task -> task.runs() && task.taskManager().equals(taskManager));
  }
}
