# shellcheck shell=bash
# Flink's REST interface, as far as it is needed here. Sourced after settings.sh.

# rest METHOD PATH [BODY]: the answer of the first JobManager that gives one. Fails where none
# answers, and where Flink refuses: then its words are printed all the same.
rest() {
  local master answer code
  local options=(--silent --max-time 15 --request "$1" --write-out '\n%{http_code}')
  [ -z "${KAIROS_CURL_CONFIG-}" ] || options+=(--config "$KAIROS_CURL_CONFIG")
  [ "$#" -lt 3 ] || options+=(--header 'Content-Type: application/json' --data "$3")
  for master in "${MASTERS[@]}"; do
    answer=$(curl "${options[@]}" "${KAIROS_REST_SCHEME:-http}://$master$2" 2>/dev/null) || continue
    code=${answer##*$'\n'}
    # 503: it does not know the leader yet.
    [ "$code" != 503 ] || continue
    printf '%s' "${answer%$'\n'*}"
    [ "$code" -lt 300 ]
    return
  done
  return 1
}

# text NAME, number NAME: the first such field of the JSON on standard input; nothing if there is
# none.
text() {
  grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4 || true
}
number() {
  grep -o "\"$1\":-\{0,1\}[0-9][0-9]*" | head -n 1 | cut -d : -f 2 || true
}

# now, and whether a time given in those seconds is over
now() {
  date +%s
}
over() {
  [ "$(now)" -ge "$1" ]
}

# The cluster has one job.
job_id() {
  rest GET /jobs | text id
}
job_state() {
  rest GET /jobs | text status
}

require_job() {
  local id state
  id=$(job_id) && [ -n "$id" ] ||
    die "no job answers at ${MASTERS[*]}" "Look at the processes: status.sh. Start them: start.sh."
  state=$(job_state)
  [ "$state" = RUNNING ] ||
    die "the job is $state, not RUNNING" "Wait, or look into $KAIROS_LOG. status.sh says more."
  printf '%s' "$id"
}

# Whether every task runs: a job is RUNNING while its tasks still load their state.
tasks_run() {
  local counts
  counts=$(rest GET "/jobs/$1" | grep -o '"status-counts":{[^}]*}' | tail -n 1) || return 1
  counts=$(printf '%s' "$counts" | sed 's/"RUNNING":[0-9]*//')
  case $counts in
    *:[1-9]*) return 1 ;;
    *) return 0 ;;
  esac
}

# outcome PATH UNTIL: waits for the end of an operation that Flink works on, and prints its answer.
outcome() {
  local answer
  while answer=$(rest GET "$1") || ! over "$2"; do
    case $answer in
      *'"COMPLETED"'*)
        printf '%s' "$answer"
        return
        ;;
    esac
    over "$2" && return 1
    sleep 0.3
  done
  return 1
}

# cause ANSWER: the first lines of Flink's reason.
cause() {
  printf '%s' "$1" | grep -o '"\(stack-trace\|errors\)":[^]]*' | head -n 1 |
    sed -e 's/\\n/\n/g' -e 's/\\t/  /g' -e 's/\\"/"/g' | head -n 8 || true
}

# take_savepoint JOB PATH BODY UNTIL: asks for a savepoint in one of Flink's two ways; prints where
# it is.
take_savepoint() {
  local answer request location
  answer=$(rest POST "/jobs/$1/$2" "$3") ||
    die "Flink refused the savepoint: $(cause "$answer")" \
      "Is execution.checkpointing.savepoint-dir set, and can Flink write to it?"
  request=$(printf '%s' "$answer" | text request-id)
  answer=$(outcome "/jobs/$1/savepoints/$request" "$4") || late "$2"
  location=$(printf '%s' "$answer" | text location)
  [ -n "$location" ] || [ "$2" != stop ] || location=$(left_behind "$answer")
  [ -n "$location" ] || die "the savepoint failed; the job is $(job_state || say 'not to be reached'): $(cause "$answer")"
  printf '%s' "$location"
}

# left_behind ANSWER: the savepoint of a stop that failed after it was complete; nothing if there is
# none. Flink goes on from the checkpoint before it then, and what has gone out with the savepoint
# would go out again: so the stop holds all the same.
left_behind() {
  printf '%s' "$1" | grep -o 'A savepoint has been created at: [^ ]*, but' | head -n 1 |
    sed -e 's/.*created at: //' -e 's/, but$//' || true
}

# late PATH: nobody waits any longer for a savepoint that was asked for in one of the two ways. Flink
# was not told so.
late() {
  local more="A larger KAIROS_STOP_WITHIN in $KAIROS_CONF/cluster.env waits longer."
  case $1 in
    stop)
      die "no savepoint within $KAIROS_STOP_WITHIN s; Flink is still at it, and ends the job once it is there" \
        "status.sh says what became of it. FINISHED: the same command again goes on from that savepoint." \
        "RUNNING for long: look at checkpoints and backpressure, then the same command again." "$more"
      ;;
    *)
      die "no savepoint within $KAIROS_STOP_WITHIN s; the job goes on, and Flink may still complete it" \
        "Look at checkpoints and backpressure first, then try again." "$more"
      ;;
  esac
}

# stopped_at JOB: where the savepoint is that a job was stopped with; nothing if it was not.
stopped_at() {
  rest GET "/jobs/$1/checkpoints" | grep -o '"latest":{.*' |
    grep -o '"savepoint":{[^{}]*"checkpoint_type":"SYNC_SAVEPOINT".*' | text external_path
}

# checkpoint JOB UNTIL: has one made now, and says whether it was completed.
checkpoint() {
  local answer request
  answer=$(rest POST "/jobs/$1/checkpoints" '{"checkpointType":"CONFIGURED"}') || return 1
  request=$(printf '%s' "$answer" | text request-id)
  answer=$(outcome "/jobs/$1/checkpoints/$request" "$2") || return 1
  case $answer in
    *'"failureCause":null'* | *'"failure-cause":null'*) return 0 ;;
    *failure*) return 1 ;;
  esac
}

# Where the last checkpoint is that could be gone on from; the one that the job began with, if it
# has none of its own yet.
newest_checkpoint() {
  rest GET "/jobs/$(job_id)/checkpoints" | grep -o '"latest":{.*' | text external_path
}

slots() {
  rest GET /overview | number slots-total
}
