#!/usr/bin/env bash
# Usage: rollback.sh [--keep-state]
#
# Goes back to the version before the last upgrade, and to the savepoint that was taken then. What
# came in since is read again from Kafka; messages that went out since are sent once more with the
# same ids, and receivers discard them. The job need not be healthy for that.
#
#   --keep-state   go on from a savepoint of now instead. Nothing is repeated, but the older version
#                  must be able to read what the newer one wrote, and the job must run

. "$(dirname -- "$0")/../lib/settings.sh"
. "$KAIROS_BIN/../lib/flink.sh"
. "$KAIROS_BIN/../lib/processes.sh"
. "$KAIROS_BIN/../lib/releases.sh"

way=back
while [ "$#" -gt 0 ]; do
  case $1 in
    --keep-state) way=now; shift ;;
    *) unknown "$1" ;;
  esac
done
lock
old=$(current)
base=$(recorded "$old" base)
[ -n "$base" ] || die "there is no version before $(describe "$old")" "KAIROS_RELEASES keeps what was deployed."
from=$(recorded "$base" savepoint)
[ -n "$from" ] || [ "$way" = now ] ||
  die "nobody knows with which savepoint $(describe "$base") ended" \
    "Find it under execution.checkpointing.savepoint-dir. With its path as PATH:" \
    "stop.sh, then start.sh --jar $base/job.jar --from PATH"
case $way in
  now)
    record "$old" wanted running
    stop_with_savepoint "$old"
    new=$(prepare "$base/job.jar" "$(recorded "$old" parallelism)" "$(recorded "$old" savepoint)" "$(recorded "$base" base)")
    replace "$old" "$new"
    ;;
  back)
    record "$old" wanted stopped
    take_over "$old" || say "Stopping $(describe "$old")"
    stop_all
    record "$old" state stopped
    new=$(prepare "$base/job.jar" "$(recorded "$old" parallelism)" "$from" "$(recorded "$base" base)")
    deploy "$new" ||
      die "$(describe "$new") does not come up" \
        "Nothing runs now, and nothing is lost: the state is in $from." \
        "The reason is above, and in $KAIROS_LOG. Mend it, then again: rollback.sh"
    ;;
esac
