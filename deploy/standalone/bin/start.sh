#!/usr/bin/env bash
# Usage: start.sh [--jar JAR] [--parallelism N] [--from PATH | --fresh]
#        start.sh --missing
#
# Starts the job on the hosts of conf/masters and conf/workers, and returns when all its tasks run
# and a checkpoint was completed. What runs already is left alone.
#
#   --jar JAR         the job; needed at the first start only. Later it is upgrade.sh that changes it;
#                     where the job does not run any more, this does so, too, and rollback.sh goes
#                     back to the version before
#   --parallelism N   number of subtasks, at most all slots; at first 1 a worker. Later: rescale.sh
#   --from PATH       savepoint or retained checkpoint to begin with; by default the savepoint of
#                     the last stop
#   --fresh           begin without state, at the earliest record of each topic, although there
#                     was a job before
#   --missing         bring back processes that have died, and a job whose upgrade or rescaling was
#                     interrupted; do nothing if the job was stopped

. "$(dirname -- "$0")/../lib/settings.sh"
. "$KAIROS_BIN/../lib/flink.sh"
. "$KAIROS_BIN/../lib/processes.sh"
. "$KAIROS_BIN/../lib/releases.sh"

jar='' parallelism='' from='' mode=saved
while [ "$#" -gt 0 ]; do
  case $1 in
    --jar) jar=$(value 'a file' "$@"); shift 2 ;;
    --parallelism) parallelism=$(value 'a number' "$@"); shift 2 ;;
    --from) from=$(value 'a path' "$@"); mode=given; shift 2 ;;
    --fresh) mode=fresh; shift ;;
    --missing) mode=missing; shift ;;
    *) unknown "$1" ;;
  esac
done
[ -z "$parallelism" ] || require_number "$parallelism"
[ -z "$jar" ] || [ -f "$jar" ] || die "there is no file $jar"
lock

bring_back() {
  if [ "$mode" = missing ] && all_run jobmanager "${MASTERS[@]}" && all_run taskmanager "${WORKERS[@]}"; then
    record_checkpoint "$1"
    return 0
  fi
  comes_up "$1" || die "it does not come up" "Look into $KAIROS_LOG, or go back: rollback.sh"
  say "Running: $(describe "$1")"
}

first_start() {
  [ -n "$jar" ] || die "nothing was deployed yet" "Name the job: start.sh --jar kairos-job.jar"
  deploy "$(prepare "$jar" "${parallelism:-${#WORKERS[@]}}" "$from" '')" ||
    die "it does not come up" "The reason is above, and in $KAIROS_LOG. Mend it, then the same command again."
}

start_again() {
  local old=$1 saved base new
  case $mode in
    saved | missing)
      from=$(recorded "$old" savepoint)
      [ -n "$from" ] ||
        die "the last deployment ended without a savepoint" \
          "Name a retained checkpoint or a savepoint: start.sh --from PATH" \
          "or begin without state, from the earliest records on: start.sh --fresh"
      ;;
  esac
  saved=$(recorded "$old" savepoint)
  base=$(recorded "$old" base)
  # Another version: back from it is the one of now, from what it ended with or the other begins with.
  if [ -n "$jar" ] && ! cmp -s "$jar" "$old/job.jar"; then
    saved=${saved:-$from}
    base=${saved:+$old}
  fi
  new=$(prepare "${jar:-$old/job.jar}" "${parallelism:-$(recorded "$old" parallelism)}" "$from" "$base")
  deploy "$new" || {
    record "$old" wanted stopped
    die "it does not come up" "Its state is safe${from:+ in $from}. The reason is above, and in $KAIROS_LOG."
  }
  [ "$base" != "$old" ] || record "$old" savepoint "$saved"
}

if [ ! -e "$KAIROS_RELEASES/current" ]; then
  [ "$mode" != missing ] || exit 0
  first_start
  exit
fi
folder=$(current)
take_over "$folder" || ! ended "$folder" || die_ended "$folder"
case $(recorded "$folder" state) in
  running)
    [ -z "$jar$parallelism$from" ] && [ "$mode" != fresh ] ||
      die "$(describe "$folder") is running" "To change it: upgrade.sh JAR, rescale.sh N, or stop.sh first."
    bring_back "$folder"
    ;;
  *)
    [ "$mode" != missing ] || [ "$(recorded "$folder" wanted)" = running ] || exit 0
    start_again "$folder"
    ;;
esac
