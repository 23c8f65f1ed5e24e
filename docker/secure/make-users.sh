#!/bin/bash
# Creates the users of a secured stack, and says what each may do: the least that it needs. admin may do all.
set -euo pipefail
secrets=/etc/kafka/secrets
kafka=(--bootstrap-server kafka:9094 --command-config $secrets/broker.properties)

for user in admin job traffic; do
  /opt/kafka/bin/kafka-configs.sh "${kafka[@]}" --alter --entity-type users --entity-name $user \
    --add-config-file $secrets/$user.scram
done

# allow USER OPERATIONS RESOURCES...: each operation on each resource; one is topic:NAME or group:NAME.
allow() {
  local user=$1 operations=$2 arguments=()
  shift 2
  for operation in $operations; do
    arguments+=(--operation "$operation")
  done
  for resource in "$@"; do
    arguments+=("--${resource%%:*}" "kairos.${resource#*:}")
  done
  /opt/kafka/bin/kafka-acls.sh "${kafka[@]}" --add --allow-principal "User:$user" "${arguments[@]}" >/dev/null
  echo "$user may $operations $*"
}

inputs=(topic:customers topic:clickstream topic:cart topic:orders)
allow job "Read DescribeConfigs" "${inputs[@]}"
allow job Read topic:rules group:job
allow job Write topic:triggers topic:decisions topic:profiles
allow job "Write DescribeConfigs" topic:dead-letters
allow traffic Write "${inputs[@]}"
