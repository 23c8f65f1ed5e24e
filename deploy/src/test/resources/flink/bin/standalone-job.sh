#!/usr/bin/env bash
# standalone-job.sh start|stop [ARGUMENTS...], as Flink's own.
exec "$(dirname "$0")/daemon.sh" "$1" standalonejob \
  org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint "${@:2}"
