# shellcheck shell=bash
# JobManagers and TaskManagers on all hosts. Sourced after settings.sh. A process is known by its
# line in conf/masters or conf/workers; node.sh does the work on its host.

# on HOST COMMAND...: here, or by ssh. The lock of this script stays with this script.
on() {
  local host=$1
  shift
  case $host in
    localhost | 127.0.0.1 | "${HOSTNAME-}") "$@" 9>&- ;;
    *) ${KAIROS_SSH:-ssh -o BatchMode=yes} "$host" "$(printf '%q ' env "KAIROS_CONF=$KAIROS_CONF" "$@")" \
      </dev/null 9>&- ;;
  esac
}

node() {
  on "$1" "$KAIROS_BIN/node.sh" "${@:2}"
}

host() {
  printf '%s' "${1%%:*}"
}

port() {
  case $1 in
    *:*) printf '%s' "${1##*:}" ;;
    *) die "'$1' in $KAIROS_CONF/masters has no port" "Write HOST:PORT, the port of Flink's REST interface." ;;
  esac
}

# bound LINE OPTION...: on one host alone, nobody outside needs to reach Flink, whose ports know no
# login. Hosts that go by a name serve others.
bound() {
  local option
  case $(host "$1") in
    localhost | 127.0.0.1) for option in "${@:2}"; do printf '%s\n' -D "$option=$(host "$1")"; done ;;
  esac
}

# start_missing FOLDER: brings up what does not run of a deployment.
start_missing() {
  local i master cluster from arguments own
  cluster=kairos-$(basename "$1")
  arguments=(-D "high-availability.cluster-id=$cluster" -D "parallelism.default=$(cat "$1/parallelism")")
  for i in "${!WORKERS[@]}"; do
    mapfile -t own < <(bound "${WORKERS[i]}" taskmanager.host taskmanager.bind-host)
    node "$(host "${WORKERS[i]}")" start taskmanager "$((i + 1))" \
      -D "high-availability.cluster-id=$cluster" "${own[@]}"
  done
  # Flink takes it only where its own memory of checkpoints, in ZooKeeper, is lost.
  from=$(recorded "$1" checkpoint)
  from=${from:-$(recorded "$1" from)}
  [ -z "$from" ] || arguments+=(--fromSavepoint "$from")
  for i in "${!MASTERS[@]}"; do
    master=${MASTERS[i]}
    mapfile -t own < <(bound "$master" rest.bind-address jobmanager.bind-host)
    # local: by any other scheme Flink keeps a copy by the file's name, and would run an old one.
    # The two dashes: Flink would read --config as the beginning of its own --configDir.
    node "$(host "$master")" start jobmanager "$((i + 1))" \
      --job-classname io.kairos.flink.KairosJob --jars "local://$1/job.jar" \
      -D "jobmanager.rpc.address=$(host "$master")" -D "rest.port=$(port "$master")" \
      -D "rest.bind-port=$(port "$master")" "${own[@]}" "${arguments[@]}" \
      -- --config "$KAIROS_CONF/kairos.properties"
  done
}

# A JobManager that waits must not see its leader go before it is gone itself; TaskManagers last.
stop_all() {
  local i
  for i in "${!MASTERS[@]}"; do
    node "$(host "${MASTERS[i]}")" stop jobmanager "$((i + 1))" &
  done
  wait_for_all
  for i in "${!WORKERS[@]}"; do
    node "$(host "${WORKERS[i]}")" stop taskmanager "$((i + 1))" &
  done
  wait_for_all
}

wait_for_all() {
  local job failed=0
  for job in $(jobs -p); do
    wait "$job" || failed=1
  done
  [ "$failed" -eq 0 ] ||
    die "not every process could be stopped" \
      "Nothing new is started before they are gone: two deployments would send everything twice." \
      "Stop them on their hosts, then try again."
}

# any_runs ROLE LINE...: whether at least one process of that role is alive.
any_runs() {
  local number=0 line
  for line in "${@:2}"; do
    number=$((number + 1))
    ! node "$(host "$line")" running "$1" "$number" || return 0
  done
  return 1
}

# all_run ROLE LINE...: whether none of them is missing.
all_run() {
  local number=0 line
  for line in "${@:2}"; do
    number=$((number + 1))
    node "$(host "$line")" running "$1" "$number" || return 1
  done
}

# What the first of each role says of its end, or of its troubles.
last_words() {
  node "$(host "${MASTERS[0]}")" log jobmanager 1 || true
  node "$(host "${WORKERS[0]}")" log taskmanager 1 || true
}
