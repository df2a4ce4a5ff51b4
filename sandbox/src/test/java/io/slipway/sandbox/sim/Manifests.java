package io.slipway.sandbox.sim;

/** Objects the tests deploy, after the guide. */
public final class Manifests {
    private static final String SPARK_IMAGE =
            "image-registry.openshift-image-registry.svc:5000/datalyptica/spark-iceberg:3.5.7";

    private Manifests() {}

    public static String deployment(String name, int replicas, String container) {
        return """
                {'metadata': {'name': '%s', 'labels': {'slipway.io/step': '%s-step'}},
                 'spec': {'replicas': %d, 'selector': {'matchLabels': {'app': '%s'}}, 'progressDeadlineSeconds': 600,
                  'template': {'metadata': {'labels': {'app': '%s'}}, 'spec': {'serviceAccountName': 'default', 'containers': [%s]}}}}
                """.formatted(name, name, replicas, name, name, container);
    }

    public static String web(String name, int replicas) {
        return deployment(name, replicas, container("web", "nginx:1.27", ""));
    }

    public static String container(String name, String image, String more) {
        return "{'name': '%s', 'image': '%s', 'ports': [{'containerPort': 80, 'name': 'http'}]%s}"
                .formatted(name, image, more);
    }

    public static String service(String name, String app, int port, int target) {
        return "{'metadata': {'name': '%s'}, 'spec': {'selector': {'app': '%s'}, 'ports': [{'name': 'http', 'port': %d, 'targetPort': %d}]}}"
                .formatted(name, app, port, target);
    }

    public static String imageStream(String name, String tag) {
        return "{'metadata': {'name': '%s'}, 'spec': {'lookupPolicy': {'local': true}, 'tags': [{'name': '%s', 'from': {'kind': 'DockerImage', 'name': '%s:%s'}}]}}"
                .formatted(name, tag, name, tag);
    }

    public static String buildConfig(String name, String tag) {
        return "{'metadata': {'name': '%s', 'labels': {'slipway.io/step': '%s-step'}}, 'spec': {'source': {'type': 'Git', 'git': {'uri': 'https://github.com/datalyptica/datalyptica.git', 'ref': 'main'}}, 'strategy': {'type': 'Docker', 'dockerStrategy': {'dockerfilePath': 'Dockerfile'}}, 'output': {'to': {'kind': 'ImageStreamTag', 'name': '%s:%s'}}, 'runPolicy': 'Serial', 'triggers': [{'type': 'ConfigChange'}]}}"
                .formatted(name, name, name, tag);
    }

    public static String flinkConfig() {
        return """
                {'metadata': {'name': 'flink-k8s-config'}, 'data': {'config.yaml': 'kubernetes.cluster-id: test\\njobmanager.rpc.address: flink-jobmanager\\njobmanager.rpc.port: 6123\\ntaskmanager:\\n  numberOfTaskSlots: 4\\nhigh-availability.type: kubernetes\\nstate.checkpoints.dir: s3://lakehouse/flink/checkpoints\\nstate.savepoints.dir: s3://lakehouse/flink/savepoints\\nexecution.checkpointing.interval: 60s\\ns3.endpoint: http://minio.datalyptica.svc.cluster.local:9000\\n'}}
                """;
    }

    public static String flink(String name, int replicas, String arg) {
        String keys =
                "'env': [{'name': 'AWS_ACCESS_KEY_ID', 'valueFrom': {'secretKeyRef': {'name': 'minio-credentials', 'key': 'root-user'}}}, {'name': 'AWS_SECRET_ACCESS_KEY', 'valueFrom': {'secretKeyRef': {'name': 'minio-credentials', 'key': 'root-password'}}}]";
        String container =
                "{'name': '%s', 'image': 'apache/flink:1.20.0', 'args': ['%s'], %s, 'volumeMounts': [{'name': 'conf', 'mountPath': '/opt/flink/conf'}], 'readinessProbe': {'tcpSocket': {'port': 6123}}}"
                        .formatted(arg, arg, keys);
        return """
                {'metadata': {'name': '%s', 'labels': {'slipway.io/step': 'flink-deploy'}},
                 'spec': {'replicas': %d, 'selector': {'matchLabels': {'app': '%s'}},
                  'template': {'metadata': {'labels': {'app': '%s'}}, 'spec': {'containers': [%s], 'volumes': [{'name': 'conf', 'configMap': {'name': 'flink-k8s-config'}}]}}}}
                """.formatted(name, replicas, name, name, container);
    }

    public static String sparkImage() {
        return SPARK_IMAGE;
    }
}
