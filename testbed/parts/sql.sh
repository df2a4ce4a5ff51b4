# shellcheck shell=bash
# What SQL over Flink's gateway needs, in the namespace flink-sql: the images of Kafka and of Flink with its gateway, a certificate for
# Kafka of an authority made here, and a user. A pipeline deploys the servers.

SQL_SECRETS=$RUN/flink-sql

sql_build() {
  image_kafka
  image_flink_sql
}

sql_up() {
  push_image kafka testbed/kafka:1
  push_image flink-sql "testbed/flink-sql:$FLINK_VERSION"
  kubectl create namespace flink-sql --dry-run=client -o yaml | kubectl apply --server-side -f - >/dev/null
  [ -s "$SQL_SECRETS/server.pem" ] || sql_certificate
  kubectl -n flink-sql get secret kafka-server >/dev/null 2>&1 ||
    kubectl -n flink-sql create secret generic kafka-server --from-file="$SQL_SECRETS/server.pem" >/dev/null
  kubectl -n flink-sql get secret kafka-login >/dev/null 2>&1 ||
    kubectl -n flink-sql create secret generic kafka-login --from-literal=username=kafka-client \
      --from-literal=password="$(openssl rand -hex 16)" --from-file="ca.pem=$SQL_SECRETS/ca.pem" >/dev/null
}

# server.pem holds the key and the chain, as Kafka reads a key store in PEM.
sql_certificate() {
  (
    umask 077 && mkdir -p "$SQL_SECRETS" && cd "$SQL_SECRETS" &&
      openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=testbed's Kafka authority" -keyout ca.key -out ca.pem &&
      openssl req -newkey rsa:2048 -nodes -subj /CN=kafka -keyout server.key -out server.csr &&
      printf 'subjectAltName=DNS:kafka,DNS:kafka.flink-sql.svc\n' >server.ext &&
      openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile server.ext -out server.crt &&
      cat server.key server.crt ca.pem >server.pem
  ) >"$LOGS/flink-sql-certificate.log" 2>&1 || die "Kafka's certificate could not be made; the log is $LOGS/flink-sql-certificate.log"
}

sql_ready() {
  holds "\"$FLINK_VERSION\"" curl -sf "http://$NODE_IP:5000/v2/testbed/flink-sql/tags/list" && kubectl -n flink-sql get secret kafka-login kafka-server >/dev/null 2>&1
}
sql_down() { :; }
