#!/usr/bin/env bash
# Usage: node.sh start|stop|running|log ROLE NUMBER [ARGUMENTS...]
#
# One Flink process of this host. ROLE is jobmanager or taskmanager; NUMBER is its line in
# conf/masters or conf/workers. The other scripts call it, by ssh where the host is another.

. "$(dirname -- "$0")/../lib/settings.sh"

[ "$#" -ge 3 ] || {
  help
  exit 1
}
action=$1 role=$2 number=$3
shift 3
case $role in
  jobmanager) script=standalone-job.sh daemon=standalonejob class=StandaloneApplicationClusterEntryPoint ;;
  taskmanager) script=taskmanager.sh daemon=taskexecutor class=TaskManagerRunner ;;
  *) unknown "$role" ;;
esac
export FLINK_CONF_DIR=$KAIROS_CONF FLINK_PID_DIR=$KAIROS_RUN FLINK_LOG_DIR=$KAIROS_LOG
export FLINK_IDENT_STRING=kairos-$number
pid_file=$KAIROS_RUN/flink-$FLINK_IDENT_STRING-$daemon.pid

pid() {
  tail -n 1 "$pid_file" 2>/dev/null || true
}

# By the class, too: the system may have given the number to another process since.
runs() {
  [ -n "$1" ] && ps -ww -o args= -p "$1" 2>/dev/null | grep -q "$class"
}

start() {
  ! runs "$(pid)" || return 0
  mkdir -p "$KAIROS_RUN" "$KAIROS_LOG"
  rm -f "$pid_file"
  "$FLINK_HOME/bin/$script" start "$@" ||
    die "$role $number does not start on ${HOSTNAME-this host}" "Look into $KAIROS_LOG."
}

stop() {
  local pid until
  pid=$(pid)
  if runs "$pid"; then
    "$FLINK_HOME/bin/$script" stop
    until=$((SECONDS + ${KAIROS_END_WITHIN:-30}))
    while runs "$pid"; do
      [ "$SECONDS" -lt "$until" ] || kill -KILL "$pid" 2>/dev/null || true
      sleep 0.1
    done
  fi
  rm -f "$pid_file"
}

# The end of the newest log, where the reason stands if the process did not come up.
log() {
  local newest
  # shellcheck disable=SC2012
  newest=$(ls -t "$KAIROS_LOG/flink-$FLINK_IDENT_STRING-$daemon"-* 2>/dev/null | head -n 1) || true
  [ -n "$newest" ] || return 0
  say "$newest says:"
  { grep -E ' (ERROR|FATAL) |^Caused by|^[a-z.]+Exception' "$newest" || cat "$newest"; } | tail -n 8 | cut -c 1-400 | sed 's/^/  /'
}

case $action in
  start) start "$@" ;;
  stop) stop ;;
  running) runs "$(pid)" ;;
  log) log ;;
  *) unknown "$action" ;;
esac
