#!/usr/bin/env bash
# Usage: stop.sh [--without-savepoint]
#
# Takes a savepoint, stops the job and ends all its processes. start.sh goes on from there. If the
# savepoint fails, the job runs on. After an interruption: the same command again.
#
#   --without-savepoint   for a job that cannot take one any more. start.sh then needs --from PATH:
#                         the newest checkpoint under execution.checkpointing.dir

. "$(dirname -- "$0")/../lib/settings.sh"
. "$KAIROS_BIN/../lib/flink.sh"
. "$KAIROS_BIN/../lib/processes.sh"
. "$KAIROS_BIN/../lib/releases.sh"

way=savepoint
while [ "$#" -gt 0 ]; do
  case $1 in
    --without-savepoint) way=plain; shift ;;
    *) unknown "$1" ;;
  esac
done
lock
folder=$(current)
record "$folder" wanted stopped
take_over "$folder" || true

if [ "$(recorded "$folder" state)" != running ]; then
  stop_all
  say "Already stopped: $(describe "$folder")"
  exit
fi
case $way in
  savepoint) stop_with_savepoint "$folder" ;;
  plain)
    checkpoint=$(newest_checkpoint) || true
    stop_all
    record "$folder" state stopped
    say "Stopped without a savepoint. Newest checkpoint: ${checkpoint:-not known, look under execution.checkpointing.dir}"
    ;;
esac
