# shellcheck shell=bash
# What every script here needs first: strictness, messages, the settings. Sourced, never run.
set -euo pipefail

say() {
  printf '%s\n' "$*"
}

# die MESSAGE [HINT...]: the error, and below it what to do.
die() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  shift
  [ "$#" -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# The help of a script is the comment at its top.
help() {
  sed -n '2,/^$/s/^# \{0,1\}//p' "$0"
}

# value NAME "$@": what stands behind an option.
value() {
  [ "$#" -ge 3 ] && [ -n "$3" ] || die "$2 needs $1. See ${0##*/} --help"
  printf '%s' "$3"
}

unknown() {
  die "'$1' is not understood. See ${0##*/} --help"
}

require_number() {
  case $1 in
    '' | *[!0-9]* | 0*) die "'$1' is no whole number above 0" ;;
  esac
}

# Lines of a file of hosts, without comments and blanks.
lines() {
  [ -f "$1" ] || die "$1 is missing" "Write one host a line into it."
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$1"
}

require_settings() {
  local name
  for name in FLINK_HOME KAIROS_RELEASES KAIROS_RUN KAIROS_LOG; do
    [ -n "${!name-}" ] || die "$name is not set" "Set it in $KAIROS_CONF/cluster.env."
  done
  [ -x "$FLINK_HOME/bin/standalone-job.sh" ] ||
    die "there is no bin/standalone-job.sh in $FLINK_HOME" \
      "Unpack Flink's distribution, and set FLINK_HOME in $KAIROS_CONF/cluster.env."
  command -v curl >/dev/null || die "curl is missing" "Install it: Flink is asked by its REST interface."
}

# Help needs no settings.
for argument; do
  case $argument in
    -h | --help) help; exit ;;
  esac
done

KAIROS_BIN=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
KAIROS_CONF=${KAIROS_CONF:-${KAIROS_BIN%/bin}/conf}
export KAIROS_CONF
[ -f "$KAIROS_CONF/cluster.env" ] ||
  die "$KAIROS_CONF/cluster.env is missing" "Set KAIROS_CONF to the folder that holds it."
. "$KAIROS_CONF/cluster.env"
require_settings
mapfile -t MASTERS < <(lines "$KAIROS_CONF/masters")
mapfile -t WORKERS < <(lines "$KAIROS_CONF/workers")
[ "${#MASTERS[@]}" -gt 0 ] || die "$KAIROS_CONF/masters names no host"
[ "${#WORKERS[@]}" -gt 0 ] || die "$KAIROS_CONF/workers names no host"
