#!/usr/bin/env bash
# Looks for secrets in a folder or a tar file, such as the file system of an image:
#   docker save IMAGE > image.tar && docker/scan-secrets.sh image.tar
# Exit code 1 names the files that hold one; 2 means that it could not look.
set -euo pipefail

if [[ $# -ne 1 || ! -e $1 ]]; then
  echo "usage: docker/scan-secrets.sh DIR_OR_TAR" >&2
  exit 2
fi

work=$(mktemp -d)
trap 'chmod -R u+rwX "$work" && rm -rf "$work"' EXIT

# An image is a tar of layers, which are tars themselves, packed or not.
unpack() {
  local into=$2
  mkdir -p "$into"
  tar -xf "$1" -C "$into" --no-same-owner --no-same-permissions --exclude='dev/*' || return 2
  chmod -R u+rwX "$into"
}

root=$1
if [[ -f $1 ]]; then
  root=$work/image
  unpack "$1" "$root" || { echo "$1 is no tar file" >&2; exit 2; }
  layers=0
  while IFS= read -r -d '' file; do
    if tar -tf "$file" >/dev/null 2>&1; then
      layers=$((layers + 1))
      unpack "$file" "$work/layer-$layers" || { echo "a layer of $1 cannot be read" >&2; exit 2; }
      rm -f "$file"
    fi
  done < <(find "$root" -type f \( -path '*/blobs/*' -o -name 'layer.tar' \) -print0)
  if [[ $layers -gt 0 ]]; then root=$work; fi
fi

found=$work.found
: >"$found"
trap 'chmod -R u+rwX "$work" && rm -rf "$work" "$found"' EXIT
report() { while IFS= read -r file; do echo "$1: ${file#"$root"/}" >>"$found"; done; }

# Lists of public authorities, and system files whose words only look like a password.
public='/(cacerts|java-cacerts|openssl\.cnf|nsswitch\.conf)$'

find "$root" -xdev -type f \( -iname '*.jks' -o -iname '*.p12' -o -iname '*.pfx' \
  -o -iname '*.keystore' -o -name 'id_rsa' -o -name 'id_dsa' -o -name 'id_ecdsa' \
  -o -name 'id_ed25519' -o -name '.netrc' -o -name '.pgpass' -o -name '.git-credentials' \
  -o -path '*/.aws/credentials' -o -path '*/.docker/config.json' -o -path '*/.kube/config' \
  -o -path '*/.m2/settings.xml' -o -path '*/.m2/settings-security.xml' \) |
  { grep -vE "$public" || true; } | report 'key or login file'

search() {
  local kind=$1
  shift
  # -I skips binaries: a program that names a pattern is no secret.
  { grep -rIlE --devices=skip "$@" "$root" 2>/dev/null || true; } | { grep -vE "$public" || true; } | report "$kind"
}

search 'private key' -e '^[[:space:]]*-----BEGIN ([A-Z]+ )*PRIVATE KEY-----' \
  -e '=[[:space:]]*-----BEGIN ([A-Z]+ )*PRIVATE KEY-----'
search 'AWS key' -e '(^|[^A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}([^A-Z0-9]|$)' \
  -e 'aws_secret_access_key["[:space:]]*[:=][[:space:]"]*[A-Za-z0-9/+]{40}'
search 'token' -e '(^|[^A-Za-z0-9])(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{50,})' \
  -e '(^|[^A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{20,}' \
  -e '(^|[^A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}' \
  -e '//[^/[:space:]]*:_authToken=[A-Za-z0-9-]{8,}'

# A value that is a reference, a variable, a placeholder or empty is no secret.
value='[[:space:]]*["'\'']?[^][:space:]$%<>{}*"'\'';()#,][^][:space:]$<>{}"'\'';()]{3,}'
settings=(--include='*.properties' --include='*.conf' --include='*.cnf' --include='*.cfg'
  --include='*.ini' --include='*.env' --include='.env' --include='*.yaml' --include='*.yml'
  --include='*.jaas' --include='*.json' --include='*.xml' --include='*.toml')
search 'password in a login' -e "LoginModule[[:space:]].*password=\"[^\"\$]" "${settings[@]}" --include='*.sh'
search 'password' "${settings[@]}" \
  -ie "^[[:space:]\"'-]*([a-z0-9_.-]*[._-])?(password|passwd|passphrase|secret|secret[._-]key|access[._-]key|key-salt|key_salt|api[._-]?key)[\"']?[[:space:]]*[:=]$value"

if [[ -s $found ]]; then
  sort -u "$found"
  exit 1
fi
echo "No secrets found in $1"
