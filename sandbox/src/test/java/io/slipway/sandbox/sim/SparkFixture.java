package io.slipway.sandbox.sim;

import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.s3.Buckets;
import io.slipway.sandbox.store.Kinds;

/** A submit pod with its configuration and rights, after the guide. */
final class SparkFixture {
    static final String SECRETS =
            "'env': [{'name': 'AWS_ACCESS_KEY_ID', 'valueFrom': {'secretKeyRef': {'name': 'minio-credentials', 'key': 'root-user'}}}, {'name': 'AWS_SECRET_ACCESS_KEY', 'valueFrom': {'secretKeyRef': {'name': 'minio-credentials', 'key': 'root-password'}}}]";

    private SparkFixture() {}

    static void rights(Cluster cluster) {
        cluster.create(Kinds.SERVICE_ACCOUNT, "{'metadata': {'name': 'spark-driver'}}");
        cluster.create(
                Kinds.ROLE,
                "{'metadata': {'name': 'spark-driver-role'}, 'rules': [{'apiGroups': [''], 'resources': ['pods', 'services', 'configmaps'], 'verbs': ['*']}]}");
        cluster.create(
                Kinds.ROLE_BINDING,
                "{'metadata': {'name': 'b'}, 'roleRef': {'apiGroup': 'rbac.authorization.k8s.io', 'kind': 'Role', 'name': 'spark-driver-role'}, 'subjects': [{'kind': 'ServiceAccount', 'name': 'spark-driver', 'namespace': 'datalyptica'}]}");
    }

    static void config(Cluster cluster) {
        cluster.create(Kinds.CONFIG_MAP, """
                {'metadata': {'name': 'spark-k8s-config'}, 'data': {'spark-defaults.conf': 'spark.kubernetes.namespace datalyptica\\nspark.kubernetes.container.image apache/spark:3.5.7\\nspark.kubernetes.authenticate.driver.serviceAccountName spark-driver\\nspark.eventLog.enabled true\\nspark.eventLog.rolling.enabled true\\nspark.eventLog.dir s3a://lakehouse/spark-event-logs\\nspark.history.fs.logDirectory s3a://lakehouse/spark-event-logs\\nspark.hadoop.fs.s3a.endpoint http://minio.datalyptica.svc.cluster.local:9000\\nspark.kubernetes.driver.secretKeyRef.AWS_ACCESS_KEY_ID minio-credentials:root-user\\nspark.kubernetes.driver.secretKeyRef.AWS_SECRET_ACCESS_KEY minio-credentials:root-password\\nspark.sql.catalog.iceberg org.apache.iceberg.spark.SparkCatalog\\nspark.sql.catalog.iceberg.uri http://nessie.datalyptica.svc.cluster.local:19120/api/v2\\nspark.sql.catalog.iceberg.warehouse s3a://lakehouse/\\n'}}
                """);
    }

    private static String workload(String name, String command) {
        String container =
                "{'name': 'spark', 'image': 'apache/spark:3.5.7', 'command': %s, %s, 'volumeMounts': [{'name': 'conf', 'mountPath': '/opt/spark/conf'}]}"
                        .formatted(command, SECRETS);
        return "{'metadata': {'name': '%s', 'labels': {'slipway.io/step': 'spark-deploy'}}, 'spec': {'selector': {'matchLabels': {'app': '%s'}}, 'template': {'metadata': {'labels': {'app': '%s'}}, 'spec': {'serviceAccountName': 'spark-driver', 'containers': [%s], 'volumes': [{'name': 'conf', 'configMap': {'name': 'spark-k8s-config'}}]}}}}"
                .formatted(name, name, name, container);
    }

    static String submitPod(Cluster cluster, boolean withRights) {
        if (withRights) {
            rights(cluster);
        } else {
            cluster.create(Kinds.SERVICE_ACCOUNT, "{'metadata': {'name': 'spark-driver'}}");
        }
        config(cluster);
        new Buckets(cluster.store(), Cluster.NS).make("lakehouse");
        new Buckets(cluster.store(), Cluster.NS).put("lakehouse", "spark-event-logs/.keep", "x");
        cluster.await(
                Kinds.STATEFUL_SET,
                "minio",
                set -> set.path("status").path("readyReplicas").asInt() == 1);
        cluster.awaitAvailable("nessie");
        cluster.create(
                Kinds.DEPLOYMENT,
                workload(
                        "spark-submit",
                        "['/usr/bin/tini', '--', '/bin/bash', '-c', 'echo \\\"Spark Submit Pod Ready\\\"; echo \\\"Spark version: 3.5.7\\\"; exec sleep infinity']"));
        cluster.awaitAvailable("spark-submit");
        return cluster.podNamed("spark-submit");
    }

    static void historyServer(Cluster cluster) {
        cluster.create(
                Kinds.DEPLOYMENT,
                workload(
                        "spark-history-server",
                        "['/usr/bin/tini', '--', '/opt/spark/bin/spark-class', 'org.apache.spark.deploy.history.HistoryServer']"));
    }

    static Cluster.Ran submit(Cluster cluster, String pod, String driver) {
        return submit(cluster, pod, driver, "spark.kubernetes.submission.waitAppCompletion=true");
    }

    static Cluster.Ran submit(Cluster cluster, String pod, String driver, String conf) {
        return cluster.exec(
                pod,
                "/opt/spark/bin/spark-submit",
                "--master",
                "k8s://https://kubernetes.default.svc:443",
                "--deploy-mode",
                "cluster",
                "--name",
                "spark-pi-test",
                "--class",
                "org.apache.spark.examples.SparkPi",
                "--conf",
                "spark.executor.instances=2",
                "--conf",
                conf,
                "--conf",
                "spark.kubernetes.driver.pod.name=" + driver,
                "local:///opt/spark/examples/jars/spark-examples_2.12-3.5.7.jar",
                "10");
    }

    static boolean available(Cluster cluster, String name) {
        return Conditions.isTrue(cluster.get(Kinds.DEPLOYMENT, name).path("status"), "Available");
    }
}
