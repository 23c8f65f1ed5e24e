#!/usr/bin/env bash
# Usage: status.sh
#
# Says what is deployed, whether the job and its processes run, and how its checkpoints do. Exit
# code 0: the job runs with all tasks. 1: it does not.

. "$(dirname -- "$0")/../lib/settings.sh"
. "$KAIROS_BIN/../lib/flink.sh"
. "$KAIROS_BIN/../lib/processes.sh"
. "$KAIROS_BIN/../lib/releases.sh"

case ${1-} in
  '') ;;
  *) unknown "$1" ;;
esac
folder=$(current)

process() {
  local state=gone
  ! node "$(host "$3")" running "$1" "$2" || state=running
  printf '%-12s %s %s: %s\n' "$1" "$2" "$3" "$state"
}

checkpoints() {
  local answer last
  answer=$(rest GET "/jobs/$1/checkpoints") || return 0
  last=$(printf '%s' "$answer" | grep -o '"latest":{"completed":{.*' | number latest_ack_timestamp)
  say "checkpoints  $(printf '%s' "$answer" | number completed) completed, $(printf '%s' "$answer" | number failed) failed${last:+, the last $(($(now) - last / 1000)) s ago}"
}

say "deployed     $(describe "$folder"), $(recorded "$folder" state)"
[ -z "$(recorded "$folder" savepoint)" ] || say "savepoint    $(recorded "$folder" savepoint)"
for i in "${!MASTERS[@]}"; do process jobmanager "$((i + 1))" "${MASTERS[i]}"; done
for i in "${!WORKERS[@]}"; do process taskmanager "$((i + 1))" "${WORKERS[i]}"; done
id=$(job_id) || id=
[ -n "$id" ] || {
  say "job          none answers at ${MASTERS[*]}"
  exit 1
}
say "job          $id $(job_state), $(slots) slots"
checkpoints "$id"
[ "$(job_state)" = RUNNING ] && tasks_run "$id"
