#!/usr/bin/env bash
# Usage: upgrade.sh JAR
#
# Stops the job with a savepoint and starts another version from it. Done when all tasks of the new
# version run and it has completed a checkpoint; if it has not within KAIROS_START_WITHIN, the old
# version is started again from the same savepoint, and the exit code is 1. A job that was stopped
# already goes on from the savepoint of that stop. Changed settings in conf/ take effect with it, too:
# give the same JAR to bring in nothing else.

. "$(dirname -- "$0")/../lib/settings.sh"
. "$KAIROS_BIN/../lib/flink.sh"
. "$KAIROS_BIN/../lib/processes.sh"
. "$KAIROS_BIN/../lib/releases.sh"

case ${1-} in
  '') die "name the jar of the other version: upgrade.sh JAR" ;;
  -*) unknown "$1" ;;
esac
[ "$#" -eq 1 ] || unknown "$2"
[ -f "$1" ] || die "there is no file $1"
lock
old=$(current)
record "$old" wanted running
stop_with_savepoint "$old"
new=$(prepare "$1" "$(recorded "$old" parallelism)" "$(recorded "$old" savepoint)" "$old")
replace "$old" "$new"
