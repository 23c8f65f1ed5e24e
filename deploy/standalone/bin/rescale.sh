#!/usr/bin/env bash
# Usage: rescale.sh N
#
# Stops the job with a savepoint and starts it again with N subtasks. Workers that were added to
# conf/workers are started first; if there are fewer than N slots then, nothing is stopped. If the
# job does not come up with N, it goes on as before, and the exit code is 1.

. "$(dirname -- "$0")/../lib/settings.sh"
. "$KAIROS_BIN/../lib/flink.sh"
. "$KAIROS_BIN/../lib/processes.sh"
. "$KAIROS_BIN/../lib/releases.sh"

case ${1-} in
  '' | -*) unknown "${1-}" ;;
esac
[ "$#" -eq 1 ] || unknown "$2"
require_number "$1"
[ "$1" -le 720 ] || die "$1 subtasks are too many" "The state is cut into 720 parts; that number never changes."
lock
old=$(current)
if [ "$(recorded "$old" parallelism)" = "$1" ] && [ "$(recorded "$old" state)" = running ] && ! ended "$old"; then
  say "Nothing to do: $(describe "$old")"
  exit
fi
# One that was interrupted after the stop goes on from there.
if ! is_stopped "$old"; then
  ended "$old" || require_job >/dev/null
  start_missing "$old"
  until=$(($(now) + KAIROS_START_WITHIN))
  until [ "$(slots || say 0)" -ge "$1" ]; do
    ! over "$until" ||
      die "there are $(slots || say 0) slots, but $1 are needed; nothing was stopped" \
        "Add hosts to $KAIROS_CONF/workers, or raise taskmanager.numberOfTaskSlots."
    sleep 0.5
  done
fi
record "$old" wanted running
stop_with_savepoint "$old"
new=$(prepare "$old/job.jar" "$1" "$(recorded "$old" savepoint)" "$(recorded "$old" base)")
replace "$old" "$new"
