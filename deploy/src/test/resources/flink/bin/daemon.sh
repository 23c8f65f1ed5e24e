#!/usr/bin/env bash
# daemon.sh start|stop NAME CLASS [ARGUMENTS...]
# As much of Flink's own flink-daemon.sh as the scripts under test rely on: variables, process id
# files, logs. It ends what it has started once the process KAIROS_TEST_PID is gone.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
action=$1 name=$2 class=$3
shift 3
pid_file=$FLINK_PID_DIR/flink-$FLINK_IDENT_STRING-$name.pid
log=$FLINK_LOG_DIR/flink-$FLINK_IDENT_STRING-$name-0-${HOSTNAME-here}

start() {
  local options pid
  options=$(sed -n 's/^"env.java.opts.all": "\(.*\)"$/\1/p' "$FLINK_CONF_DIR/config.yaml")
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" $options "-Dlog.file=$log.log" \
    "-Dlog4j.configurationFile=file:$FLINK_CONF_DIR/log4j.properties" \
    -cp "$home/lib/*" "$class" --configDir "$FLINK_CONF_DIR" "$@" >>"$log.out" 2>&1 </dev/null &
  pid=$!
  printf '%s\n' "$pid" >>"$pid_file"
  (
    while kill -0 "$KAIROS_TEST_PID" && kill -0 "$pid"; do sleep 1; done
    kill -KILL "$pid"
  ) >/dev/null 2>&1 </dev/null &
}

stop() {
  local pid
  pid=$(tail -n 1 "$pid_file")
  sed -i '$d' "$pid_file"
  kill "$pid"
}

"$action" "$@"
