# shellcheck shell=bash
# The record of what was deployed: a folder for each start, numbered, in KAIROS_RELEASES. Sourced
# after settings.sh, flink.sh and processes.sh.
#
#   job.jar       what runs
#   parallelism   number of subtasks
#   from          savepoint or checkpoint that it began with; empty: none
#   checkpoint    the newest that was seen; not there: none
#   base          folder of the release before this one, to which rollback.sh goes; empty: none
#   state         starting, running, failed, stopped
#   savepoint     that it ended with; not there: none
#   wanted        by whoever stopped it last: running, as this or another deployment, or stopped
#
# "current" is a link to the folder of what runs, or ran last.

# One script at a time.
lock() {
  mkdir -p "$KAIROS_RELEASES"
  exec 9>"$KAIROS_RELEASES/.lock"
  flock -n 9 || die "another of these scripts is at work" "Wait until it has ended."
}

current() {
  [ -e "$KAIROS_RELEASES/current" ] || die "nothing was deployed yet" "Begin: start.sh --jar JAR"
  CDPATH='' cd -- "$KAIROS_RELEASES/current" && pwd -P
}

# recorded FOLDER NAME: a value, or nothing.
recorded() {
  cat "$1/$2" 2>/dev/null || true
}

# record FOLDER NAME VALUE: in one step, so that a crash leaves the old value or the new one.
record() {
  printf '%s\n' "$3" >"$1/.$2"
  mv -f "$1/.$2" "$1/$2"
}

# numbers of all deployments, rising
numbers() {
  local folder
  for folder in "$KAIROS_RELEASES"/[0-9]*/; do
    [ ! -d "$folder" ] || basename "$folder"
  done | sort -n
}

# prepare JAR PARALLELISM FROM BASE: makes the folder of a new deployment, and prints it.
prepare() {
  local last folder
  last=$(numbers | tail -n 1)
  folder=$KAIROS_RELEASES/$((${last:-0} + 1))
  mkdir "$folder"
  case $1 in
    "$KAIROS_RELEASES"/*) ln "$1" "$folder/job.jar" ;;
    *) cp "$1" "$folder/job.jar" ;;
  esac
  record "$folder" parallelism "$2"
  record "$folder" from "$3"
  record "$folder" base "$4"
  record "$folder" state starting
  printf '%s' "$folder"
}

version() {
  local version
  version=$(unzip -p "$1/job.jar" META-INF/MANIFEST.MF 2>/dev/null | tr -d '\r' |
    sed -n 's/^Implementation-Version: //p') || true
  printf '%s' "${version:-unknown}"
}

describe() {
  say "deployment $(basename "$1"), version $(version "$1"), parallelism $(recorded "$1" parallelism)"
}

# comes_up FOLDER: starts what is missing, and says whether all tasks run and a checkpoint was
# completed in time. That and nothing less is "running".
comes_up() {
  local until id=
  until=$(($(now) + KAIROS_START_WITHIN))
  start_missing "$1"
  while ! over "$until"; do
    case $(job_state || true) in
      RUNNING)
        id=$(job_id)
        ! tasks_run "$id" || break
        ;;
      FAILED | FAILING | CANCELED | CANCELLING | FINISHED)
        say "The job has ended: $(job_state || true)"
        return 1
        ;;
    esac
    any_runs jobmanager "${MASTERS[@]}" || {
      say "No JobManager runs any more."
      return 1
    }
    any_runs taskmanager "${WORKERS[@]}" || {
      say "No TaskManager runs any more."
      return 1
    }
    id=
    sleep 0.5
  done
  [ -n "$id" ] || {
    say "Not all tasks run within $KAIROS_START_WITHIN s."
    return 1
  }
  checkpoint "$id" "$until" && [ "$(job_state)" = RUNNING ] || {
    say "The tasks run, but no checkpoint was completed."
    return 1
  }
  record_checkpoint "$1"
}

# record_checkpoint FOLDER: what to go on from, should ZooKeeper lose its memory.
record_checkpoint() {
  local path
  path=$(newest_checkpoint || true)
  [ -z "$path" ] || record "$1" checkpoint "$path"
}

# deploy FOLDER: what an interrupted start has left is ended first.
deploy() {
  stop_all
  say "Starting $(describe "$1") ${2-}"
  comes_up "$1" || {
    record "$1" state failed
    last_words
    return 1
  }
  record "$1" state running
  ln -sfn "$(basename "$1")" "$KAIROS_RELEASES/current"
  say "Running: $(describe "$1")"
}

# replace OLD NEW: a deployment in the place of one that was stopped with a savepoint. If the new
# one does not come up, the old one goes on from where it stopped.
replace() {
  local again
  ! deploy "$2" || return 0
  say "Going back to $(describe "$1")"
  again=$(prepare "$1/job.jar" "$(recorded "$1" parallelism)" "$(recorded "$1" savepoint)" "$(recorded "$1" base)")
  deploy "$again" || {
    record "$1" wanted stopped
    die "neither the new deployment nor the old one comes up" \
      "Nothing runs now, and nothing is lost: the state is in $(recorded "$1" savepoint)." \
      "Look into $KAIROS_LOG, mend the cause, then: start.sh"
  }
  die "$(describe "$2") did not come up; $(describe "$again") runs again" \
    "Nothing was lost: it went on from $(recorded "$again" from)." \
    "What was sent since then goes out again, with the same ids." "The reason is above, and in $KAIROS_LOG."
}

# stop_with_savepoint FOLDER: never with drain, which sends the end of time through the job. What an
# interrupted script has stopped so already stays stopped.
stop_with_savepoint() {
  local id location
  take_over "$1" || ! ended "$1" || die_ended "$1"
  if ! is_stopped "$1"; then
    id=$(require_job)
    say "Stopping $(describe "$1") with a savepoint"
    location=$(take_savepoint "$id" stop '{"drain":false,"formatType":"NATIVE"}' "$(($(now) + KAIROS_STOP_WITHIN))")
    record_stop "$1" "$location"
  fi
  stop_all
}

# is_stopped FOLDER: whether it is written down that it stopped with a savepoint.
is_stopped() {
  [ "$(recorded "$1" state)" = stopped ] && [ -n "$(recorded "$1" savepoint)" ]
}

record_stop() {
  record "$1" savepoint "$2"
  record "$1" state stopped
  say "Savepoint: $2"
}

# ended FOLDER: whether the job has ended, and no script has seen it: one that stopped it was
# interrupted, or did not wait for long enough.
ended() {
  [ "$(recorded "$1" state)" = running ] && [ "$(job_state || true)" = FINISHED ]
}

# take_over FOLDER: writes down such an end. Fails where there is none, and where Flink does not know
# the savepoint any more, since its JobManager is another.
take_over() {
  local location
  ended "$1" || return 1
  location=$(stopped_at "$(job_id)") && [ -n "$location" ] || return 1
  say "Stopped meanwhile: $(describe "$1")"
  record_stop "$1" "$location"
}

die_ended() {
  die "$(describe "$1") has ended, and Flink does not say with which savepoint" \
    "It is the newest under execution.checkpointing.savepoint-dir. With its path as PATH:" \
    "stop.sh --without-savepoint, then start.sh --from PATH"
}
