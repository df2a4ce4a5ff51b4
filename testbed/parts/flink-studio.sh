# shellcheck shell=bash
# What guide 004 finds in the namespace flink-studio: a MinIO in place of the clouds' storage, the login of the Kafka that stands for
# Aiven's, which the part sql prepares and which keeps its name here, and a certificate for the host of its Ingress.

flink-studio_build() { image_minio; }

flink-studio_up() {
  minio_in flink-studio
  kubectl -n flink-studio create service externalname kafka --external-name kafka.flink-sql.svc.cluster.local --tcp 9093 --dry-run=client -o yaml |
    kubectl apply --server-side --force-conflicts -f - >/dev/null || die "the Service kafka of flink-studio could not be made; see the lines above"
  flink_studio_secret generic aiven-login --from-literal=username="$(flink_studio_login username)" \
    --from-literal=password="$(flink_studio_login password)" --from-literal=ca.pem="$(flink_studio_login ca.pem)"
  flink_studio_secret tls flink-studio-tls --cert="$OPENSHIFT_RUN/router.crt" --key="$OPENSHIFT_RUN/router.key"
}

flink_studio_login() { kubectl -n flink-sql get secret kafka-login -o "go-template={{index .data \"$1\" | base64decode}}"; }

# flink_studio_secret TYPE NAME OPTION...: makes the Secret, or gives it today's content.
flink_studio_secret() {
  kubectl -n flink-studio create secret "$@" --dry-run=client -o yaml | kubectl apply --server-side --force-conflicts -f - >/dev/null ||
    die "the Secret $2 of flink-studio could not be made; has testbed/up started the parts sql and openshift?"
}

flink-studio_ready() { minio_is_in flink-studio && kubectl -n flink-studio get service/kafka secret/aiven-login secret/flink-studio-tls >/dev/null 2>&1; }
flink-studio_down() { :; }
