#!/usr/bin/env bash
# taskmanager.sh start|stop [ARGUMENTS...], as Flink's own.
exec "$(dirname "$0")/daemon.sh" "$1" taskexecutor \
  org.apache.flink.runtime.taskexecutor.TaskManagerRunner "${@:2}"
