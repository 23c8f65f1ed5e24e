#!/bin/sh
# Makes what a secured stack keeps secret, once: a certificate for the broker, a password for each user, and the salt.
# Each goes into the volume of the container that needs it; the key that signed the certificate is kept nowhere.
set -eu
umask 077

[ ! -f /secrets/tools/done ] || { echo "The secrets are there"; exit 0; }

work=$(mktemp -d)
cd "$work"
days=825
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.key 2>/dev/null
openssl req -x509 -new -key ca.key -subj "/CN=Kairos trial" -days $days -out ca.pem
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out broker.key 2>/dev/null
openssl req -new -key broker.key -subj "/CN=kafka" -out broker.csr
echo "subjectAltName=DNS:kafka,DNS:localhost,IP:127.0.0.1" >broker.ext
openssl x509 -req -in broker.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days $days -extfile broker.ext \
  -out broker.crt 2>/dev/null

for user in admin job traffic; do
  openssl rand -hex 24 >$user.password
done

# Of a user, for Kafka's clients; $1 the user, $2 the folder that the client sees.
login() {
  cat <<END
security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="$1" password="$(cat $1.password)";
ssl.truststore.type=PEM
ssl.truststore.location=$2/ca.pem
END
}

cat broker.key broker.crt ca.pem >/secrets/broker/broker.pem
login admin /etc/kafka/secrets >/secrets/broker/admin.properties
# By its own certificate the broker may do all: with it the users are made.
cat >/secrets/broker/broker.properties <<END
security.protocol=SSL
ssl.keystore.type=PEM
ssl.keystore.location=/etc/kafka/secrets/broker.pem
ssl.truststore.type=PEM
ssl.truststore.location=/etc/kafka/secrets/ca.pem
END
for user in admin job traffic; do
  echo "SCRAM-SHA-512=password=$(cat $user.password)" >/secrets/broker/$user.scram
done

tr -d '\n' <job.password >/secrets/job/job-password
openssl rand -hex 24 | tr -d '\n' >/secrets/job/key-salt

login admin /run/secrets/kairos >/secrets/tools/admin.properties
login traffic /run/secrets/kairos >/secrets/traffic/traffic.properties

for folder in broker job tools traffic; do
  cp ca.pem /secrets/$folder/ca.pem
done
chown -R 1000:1000 /secrets/broker
chown -R 9999:9999 /secrets/job
chown -R 10001:10001 /secrets/tools /secrets/traffic
rm -rf "$work"
touch /secrets/tools/done
echo "Made a certificate, three passwords and a salt"
