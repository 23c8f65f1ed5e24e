#!/usr/bin/env bash
# Tries the stack of compose.yaml on this machine: builds the images, starts everything, waits for triggers, takes a
# TaskManager away, looks whether the job goes on, and removes it all. Needs a Docker engine; takes 2 to 4 minutes
# beside the build.
#
#   docker/test.sh [--with secure | --with registry] [--no-build] [--keep]
#
# Its project, volumes and ports are its own, so a stack that runs is left alone. Grafana takes part where its image
# can be had. Exit code 0 if all went well.
set -euo pipefail
cd "$(dirname "$0")"

usage() { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0"; }

files=(-f compose.yaml) build=yes keep= secure= registry=
while [ $# -gt 0 ]; do
  case $1 in
    --with)
      [ -f "compose.${2-}.yaml" ] || { echo "there is no compose.${2-}.yaml" >&2; exit 2; }
      files+=(-f "compose.$2.yaml")
      [ "$2" != secure ] || secure=yes
      [ "$2" != registry ] || registry=yes
      shift
      ;;
    --no-build) build= ;;
    --keep) keep=yes ;;
    *) usage; exit 2 ;;
  esac
  shift
done

export KAIROS_KAFKA_PORT=${KAIROS_KAFKA_PORT:-28092} KAIROS_FLINK_PORT=${KAIROS_FLINK_PORT:-28081}
export KAIROS_PROMETHEUS_PORT=${KAIROS_PROMETHEUS_PORT:-28090} KAIROS_GRAFANA_PORT=${KAIROS_GRAFANA_PORT:-28030}
export KAIROS_REGISTRY_PORT=${KAIROS_REGISTRY_PORT:-28085}
export KAIROS_VERSION=${KAIROS_VERSION:-test}
flink=http://127.0.0.1:$KAIROS_FLINK_PORT prometheus=http://127.0.0.1:$KAIROS_PROMETHEUS_PORT
project=kairos-test
work=$(mktemp -d)

if docker compose version >/dev/null 2>&1; then
  compose=(docker compose -p "$project" "${files[@]}")
else
  compose=(docker-compose -p "$project" "${files[@]}")
fi
compose() { timeout -k 10 600 "${compose[@]}" "$@"; }
http() { curl -fsS --max-time 10 "$@"; }

started=$SECONDS
step() { printf '%4d s  %s\n' $((SECONDS - started)) "$*"; }
fail() { echo "FAILED  $*" >&2; exit 1; }

# Asks again and again, for at most so many seconds: within SECONDS WHAT COMMAND...
within() {
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    [ $SECONDS -lt $end ] || fail "$what: not so in time"
    sleep 1
  done
}

finish() {
  local code=$?
  trap - EXIT
  if [ $code -ne 0 ]; then
    echo "The last errors of the logs:" >&2
    compose logs --no-color --tail 400 2>/dev/null | grep -v Association |
      grep -E ' ERROR |Caused by|^[^|]*\| kairos: ' |
      cut -c1-240 | uniq | tail -n 20 >&2 || true
  fi
  if [ -n "$keep" ]; then
    echo "Left running; to remove it: ${compose[*]} down -v" >&2
  else
    compose down -v -t 5 --remove-orphans >"$work/down.log" 2>&1 || cat "$work/down.log" >&2
  fi
  rm -rf "$work"
  exit $code
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Triggers as Kafka's own console consumer shows them, a line each: headers, then the value. Stops after so many, or
# when there was none for so many seconds: triggers MOST SECONDS
triggers() {
  local login=()
  [ -z "$secure" ] || login=(--command-config /etc/kafka/secrets/admin.properties)
  timeout -k 5 300 "${compose[@]}" exec -T kafka /opt/kafka/bin/kafka-console-consumer.sh \
    --bootstrap-server kafka:9092 ${login[@]+"${login[@]}"} --topic kairos.triggers --from-beginning \
    --max-messages "$1" --timeout-ms "$2"000 \
    --formatter-property print.headers=true \
    --formatter-property value.deserializer=org.apache.kafka.common.serialization.BytesDeserializer \
    2>"$work/consumer.log" || grep -q TimeoutException "$work/consumer.log" ||
    { cat "$work/consumer.log" >&2; return 1; }
}
kairos() { timeout -k 5 60 "${compose[@]}" run --rm -T tools "$@" --bootstrap-servers kafka:9092; }
ids() { sed -n 's/.*kairos-id:\([^,\t]*\).*/\1/p' "$1" | sort -u; }
all_triggers() { triggers 1000000 5 >"$1"; }
more_triggers() { all_triggers "$work/after" && [ -n "$(comm -13 "$work/ids" <(ids "$work/after"))" ]; }

# One line a TaskManager: address and free slots.
task_managers() { http "$flink/taskmanagers" | grep -o '"id":"[^"]*"\|"freeSlots":[0-9]*' | paste - - | sed 's/"id":"\([^:]*\):[^"]*"\t"freeSlots":/\1 /'; }
number_of_task_managers() { [ "$(task_managers | wc -l)" -eq "$1" ]; }
job() { http "$flink/jobs/overview" | sed -n 's/.*"jid":"\([0-9a-f]*\)".*/\1/p'; }
# The first number of that name in the job's checkpoint statistics.
checkpoints() { http "$flink/jobs/$(job)/checkpoints" | grep -o "\"$1\":[0-9]*" | head -n 1 | cut -d: -f2; }
checkpoint_done() { [ "$(checkpoints completed)" -gt 0 ]; }
restored() { [ "$(checkpoints restored)" -gt 0 ]; }
tasks_run() { http "$flink/jobs/overview" | grep -q '"state":"RUNNING".*"running":\([0-9]*\),.*"total":\1\b\|"total":\([0-9]*\),.*"running":\2\b'; }
healthy() {
  ! docker inspect --format '{{.Name}} {{if .State.Health}}{{.State.Health.Status}}{{else}}{{.State.Status}}{{end}}' \
    $("${compose[@]}" ps -q) | grep -v ' healthy$\| running$\| exited$' >"$work/unhealthy"
}
targets_up() { [ "$(http "$prometheus/api/v1/targets" | grep -o '"health":"up"' | wc -l)" -ge 3 ]; }

services=$("${compose[@]}" config --services | grep -v -x 'tools\|grafana')
if docker image inspect "$(sed -n 's/ *image: \(grafana.*\)/\1/p' compose.yaml)" >/dev/null 2>&1 ||
  timeout 120 "${compose[@]}" pull grafana >/dev/null 2>&1; then
  services="$services grafana"
else
  step "No image of Grafana: it does not take part"
fi
if [ -n "$build" ]; then
  step "Building the images"
  timeout -k 10 1800 "${compose[@]}" build jobmanager tools >"$work/build.log" 2>&1 ||
    { tail -n 40 "$work/build.log" >&2; fail "the images cannot be built"; }
fi
if [ -x scan-secrets.sh ]; then
  for image in job tools; do
    docker image save "kairos/$image:$KAIROS_VERSION" >"$work/image.tar"
    ./scan-secrets.sh "$work/image.tar" || fail "the image kairos/$image holds a secret"
    rm "$work/image.tar"
  done
  step "No secret in the images"
fi

step "Starting $(echo $services)"
up=$SECONDS
compose up -d --no-build $services >"$work/up.log" 2>&1 || { cat "$work/up.log" >&2; fail "the stack does not start"; }
# The secured stack makes certificates, users and access lists first.
limit=120
[ -z "$secure" ] || limit=180
triggers 1 180 >"$work/first"
[ -s "$work/first" ] || fail "no trigger within 3 minutes"
first=$((SECONDS - up))
step "First trigger, $first s after the start: $(cut -f1 "$work/first")"
[ $first -lt $limit ] || fail "the first trigger took $first s, more than $limit"
if [ -n "$registry" ]; then
  cut -f2 "$work/first" | grep -q '^\\x00\\x00' || fail "the trigger does not begin as the registry's clients expect"
  step "The trigger names its schema in the registry: $(cut -f2 "$work/first" | cut -c1-24)..."
fi

within 120 "all services are healthy" healthy
step "All services are healthy"
[ "$("${compose[@]}" exec -T jobmanager stat -c %u /checkpoints)" = 9999 ] || fail "the volume of checkpoints has another owner"
[ "$("${compose[@]}" exec -T jobmanager id -u)" = 9999 ] || fail "the job does not run as flink"
[ "$(curl -s -o /dev/null -w '%{http_code}' --max-time 10 "$flink/jars")" = 404 ] || fail "jars can be submitted over the web"
step "Runs without root, and takes no jars over the web"
if [ -n "$secure" ]; then
  kairos segments --kafka-config /run/secrets/kairos/traffic.properties >"$work/refused" 2>&1 &&
    fail "the user traffic may read profiles"
  grep -q 'Not authorized' "$work/refused" || { cat "$work/refused" >&2; fail "not refused as it should be"; }
  step "The user traffic may write events, and not read profiles"
fi
within 60 "Prometheus reaches JobManager and TaskManagers" targets_up
step "Prometheus reaches JobManager and both TaskManagers"
within 90 "a checkpoint is complete" checkpoint_done
step "A checkpoint is complete"

all_triggers "$work/before"
ids "$work/before" >"$work/ids"
victim=$(task_managers | sort -k2n | head -n 1 | cut -d' ' -f1)
container=$(docker ps --filter "label=com.docker.compose.project=$project" --format '{{.ID}}' |
  while read -r id; do docker inspect --format '{{.Id}} {{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$id"; done |
  sed -n "s/^\([0-9a-f]*\) ${victim//./\\.}\$/\1/p")
[ -n "$container" ] || fail "no container has the address $victim of the TaskManager"
docker kill "$container" >/dev/null
killed=$SECONDS
step "Killed the TaskManager at $victim, after $(wc -l <"$work/ids") triggers"
within 60 "the job was restored" restored
within 60 "all tasks run again" tasks_run
recovered=$((SECONDS - killed))
step "Restored from the last checkpoint, all tasks run again, $recovered s after the kill"
within 180 "new triggers come" more_triggers
again=$((SECONDS - killed))
step "New triggers, $again s after the kill"
docker start "$container" >/dev/null
within 60 "both TaskManagers are there" number_of_task_managers 2
step "Both TaskManagers are there again"

all_triggers "$work/after"
total=$(ids "$work/after" | wc -l)
repeated=$(($(grep -c kairos-id "$work/after") - total))
different=$(grep kairos-id "$work/after" | sort -u | sed -n 's/.*kairos-id:\([^,\t]*\).*/\1/p' | sort | uniq -d)
[ -z "$different" ] || fail "the same id stands on different messages: $different"
[ -z "$(comm -23 "$work/ids" <(ids "$work/after"))" ] || fail "triggers are gone that were there"
step "$total triggers, none lost; sent again after the kill: $repeated, the same messages"
echo "PASSED  first trigger after $first s, tasks again $recovered s and triggers $again s after the kill"
