#!/usr/bin/env bash
# Usage: savepoint.sh [--canonical]
#
# Takes a savepoint while the job runs on, and prints where it is.
#
#   --canonical   in the form that does not depend on the state backend; slower for much state

. "$(dirname -- "$0")/../lib/settings.sh"
. "$KAIROS_BIN/../lib/flink.sh"
. "$KAIROS_BIN/../lib/processes.sh"
. "$KAIROS_BIN/../lib/releases.sh"

format=NATIVE
while [ "$#" -gt 0 ]; do
  case $1 in
    --canonical) format=CANONICAL; shift ;;
    *) unknown "$1" ;;
  esac
done
lock
id=$(require_job)
take_savepoint "$id" savepoints "{\"cancel-job\":false,\"formatType\":\"$format\"}" "$(($(now) + KAIROS_STOP_WITHIN))"
echo
