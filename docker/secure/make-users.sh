#!/bin/bash
# Creates the users of a secured stack, and says what each may do: the least that it needs. admin may do all.
set -euo pipefail
secrets=/etc/kafka/secrets
kafka=(--bootstrap-server kafka:9094 --command-config $secrets/broker.properties)

for user in admin job traffic; do
  /opt/kafka/bin/kafka-configs.sh "${kafka[@]}" --alter --entity-type users --entity-name $user \
    --add-config-file $secrets/$user.scram
done

# allow USER OPERATIONS KIND NAMES...: each operation on each resource of that kind.
allow() {
  local user=$1 operations=$2 kind=$3 arguments=()
  shift 3
  for operation in $operations; do
    arguments+=(--operation "$operation")
  done
  for name in "$@"; do
    arguments+=("--$kind" "kairos.$name")
  done
  /opt/kafka/bin/kafka-acls.sh "${kafka[@]}" --add --allow-principal "User:$user" "${arguments[@]}" >/dev/null
  echo "$user may $operations $*"
}

inputs=(customers clickstream cart orders)
allow job "Read DescribeConfigs" topic "${inputs[@]}"
allow job Read topic rules
allow job Write topic triggers decisions profiles
allow job "Write DescribeConfigs" topic dead-letters
allow job Read group job
allow traffic Write topic "${inputs[@]}"
