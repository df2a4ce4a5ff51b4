package io.slipway.model.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Inline;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.Refusals;
import io.slipway.model.spec.Regex;
import io.slipway.model.spec.Required;
import io.slipway.model.spec.SecretSyntax;
import io.slipway.model.spec.Sees;
import io.slipway.model.spec.ShortForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check asks. Each record says by {@link Sees} what {@code expect} can use, and by its Javadoc what holds without
 * {@code expect}.
 */
public sealed interface Probe {

    /** Whether asking may change something, so that a read-only run leaves it out. */
    default boolean mutates() {
        return false;
    }

    /** One object; without {@code expect} it must exist and, when its kind can tell, be ready. */
    @Doc("Gets one object. By default it must exist and be ready.")
    @ShortForm("of")
    @Sees({"object: dyn", "ready: bool"})
    @Key("object")
    record ObjectProbe(
            @Doc(value = "The object as kind/name.", example = "route/spark-history")
            Ref of,

            @Doc("Namespace (default: the target's).") Optional<String> namespace)
            implements Probe {}

    /** Several objects; without {@code expect} there must be at least one and all must be ready. */
    @Doc("Lists objects. By default there must be at least one, and all must be ready.")
    @Sees({"objects: list(dyn)", "count: int", "ready: int"})
    @Key("objects")
    record ObjectsProbe(
            @Doc(value = "Kind, as in kubectl.", example = "pods")
            String kind,

            @Doc("Label selector.") Optional<String> selector,
            @Doc("Names that must exist.") List<String> names,

            @Doc("Namespace (default: the target's).") Optional<String> namespace)
            implements Probe {}

    /** Pod logs. */
    @Doc("Reads pod logs.")
    @OneOf({"selector", "of"})
    @OneOf(
            value = {"contains", "matches", "absent"},
            optional = true)
    @Sees({"lines: list(string)", "pods: int"})
    @Key("logs")
    record LogsProbe(
            @Doc("Label selector of the pods.") Optional<String> selector,
            @Doc("A workload or pod as kind/name.") Optional<Ref> of,
            @Doc("Container (default: the first).") Optional<String> container,

            @Doc("Number of last lines to read from each pod.") @Default("2000")
            int tail,

            @Doc("Text that the log of every pod must contain.")
            Optional<String> contains,

            @Doc("Pattern that a line of every pod's log must match.")
            Optional<Regex> matches,

            @Doc("Pattern that no line may match.") Optional<Regex> absent)
            implements Probe {
        public LogsProbe {
            if (tail < 1) {
                throw new IllegalArgumentException("'tail' must be at least 1, but is " + tail);
            }
        }
    }

    /** An HTTP request; without {@code expect} the status must be 2xx. */
    @Doc("Sends an HTTP request. By default the status must be 2xx.")
    @OneOf({"service", "url"})
    @Sees({"status: int", "body: dyn", "headers: map(string, string)"})
    @Key("http")
    record HttpProbe(
            @Doc("Address.") Optional<String> url,

            @Doc(value = "Service in the cluster as name:port.", example = "flink-jobmanager-rest:8081")
            Optional<String> service,

            @Doc("Path and query.") @Default("/") String path,
            @Doc("Method.") @Default("GET") String method,
            @Doc("Headers.") Map<String, String> headers,
            @Doc("Body: a text, or a value sent as JSON.") Optional<JsonNode> body,

            @Doc("Whether to verify the server's certificate (HTTPS).") @Default("true")
            boolean verify)
            implements Probe {
        @Override
        public boolean mutates() {
            return !method.equals("GET") && !method.equals("HEAD");
        }
    }

    /** A command in a pod; without {@code expect} it must exit with 0. */
    @Doc("Runs a command in a pod. By default it must exit with 0.")
    @OneOf({"of", "selector"})
    @Sees({"exitCode: int", "stdout: string", "stderr: string", "lines: list(string)"})
    @Key("exec")
    record ExecProbe(
            @Doc("A pod or workload as kind/name; its first ready pod is used.")
            Optional<Ref> of,

            @Doc("Label selector of the pod.") Optional<String> selector,
            @Doc("Container (default: the first).") Optional<String> container,

            @Doc("Command and arguments; a plain text is run with sh -c.")
            Command command)
            implements Probe {
        @Override
        public boolean mutates() {
            return true;
        }
    }

    /** A query through Spark SQL in a pod. */
    @Doc("Runs an SQL query.")
    @Sees({"rows: list(list(string))"})
    @Key("sql")
    record SqlProbe(
            @Doc("Engine that runs it.") @Inline SqlEngine engine,
            @Doc("The statement.") String statement) implements Probe {
        @Override
        public boolean mutates() {
            return true;
        }
    }

    /** Warning events since the rollout started; without {@code expect} there must be none. */
    @Doc("Lists warning events since the rollout started. By default there must be none.")
    @Sees({"events: list(dyn)"})
    @Key("events")
    record EventsProbe(
            @Doc("Reasons to include (default: all).") List<String> reasons,
            @Doc("Reasons to ignore.") List<String> ignore,

            @Doc("Label selector of the objects the events are about.")
            Optional<String> selector,

            @Doc("Namespace (default: the target's).") Optional<String> namespace)
            implements Probe {}

    /** A value of a Prometheus endpoint. */
    @Doc("Reads a value from a Prometheus endpoint.")
    @OneOf({"service", "of"})
    @Sees({"value: double", "samples: list(dyn)"})
    @Key("metric")
    record MetricProbe(
            @Doc("Service as name:port.") Optional<String> service,

            @Doc("A pod or workload as kind/name that serves the metrics.")
            Optional<Ref> of,

            @Doc("Port of the pod.") Optional<String> port,
            @Doc("Path.") @Default("/metrics") String path,
            @Doc("Name of the metric.") String name,
            @Doc("Labels the sample must have.") Map<String, String> labels)
            implements Probe {
        private static final String NUMBER = "[0-9]{1,5}";

        public MetricProbe {
            new Refusals()
                    .when(
                            service.isPresent() && port.isPresent(),
                            () ->
                                    "'port' is only valid with 'of': the port of a service is part of its name, name:port")
                    .when(
                            of.isPresent() && !port.orElse("").matches(NUMBER),
                            () -> port.map(text -> "'" + text + "' is not a pod port: write its number")
                                    .orElse("'port' is missing: write the number of the pod's port"))
                    .raise();
        }
    }

    /** A right, asked with a SubjectAccessReview; without {@code expect} it must be granted. */
    @Doc("Checks whether an account may do something. By default it must be allowed.")
    @Sees({"allowed: bool", "reason: string"})
    @Key("canI")
    record CanIProbe(
            @Doc("Verb of the API.") String verb,

            @Doc(value = "Resource as resource.group or resource/subresource.", example = "pods")
            String resource,

            @Doc("ServiceAccount to check (default: the worker's account).")
            Optional<String> serviceAccount,

            @Doc("Namespace (default: the target's).") Optional<String> namespace)
            implements Probe {}

    /** Keys of a Secret; values are never read out. */
    @Doc("Checks that a Secret has keys; its values are never shown.")
    @Sees({"keys: list(string)"})
    @Key("secret")
    record SecretProbe(
            @Doc("Name of the Secret.") String name,
            @Doc("Keys that must exist and not be empty.") List<String> keys,

            @Doc("Namespace (default: the target's).") Optional<String> namespace)
            implements Probe {
        public SecretProbe {
            SecretSyntax.require(name, keys);
        }
    }

    /** Environment variables of a pod, by exec of env. */
    @Doc("Reads the given environment variables inside a pod.")
    @OneOf({"of", "selector"})
    @Sees({"env: map(string, string)"})
    @Key("env")
    record EnvProbe(
            @Doc("A pod or workload as kind/name.") Optional<Ref> of,
            @Doc("Label selector of the pod.") Optional<String> selector,
            @Doc("Container (default: the first).") Optional<String> container,
            @Doc("Names that must be set.") @Required List<String> names)
            implements Probe {
        @Override
        public boolean mutates() {
            return true;
        }
    }

    /** Resource quotas: used against hard. */
    @Doc("Reads resource quotas. By default no resource may exceed 'percent'.")
    @Sees({"quotas: list(dyn)", "share: double"})
    @Key("quota")
    record QuotaProbe(
            @Doc("Highest allowed use of any resource, in percent.") @Default("100")
            int percent,

            @Doc("Namespace (default: the target's).") Optional<String> namespace)
            implements Probe {
        public QuotaProbe {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("'percent' must be from 0 to 100, but is " + percent);
            }
        }
    }

    /** Use of CPU and memory, from the metrics API; without {@code expect} every container must be within its limits. */
    @Doc("Reads CPU and memory use of pods. By default every container must be within its limits.")
    @Sees({"pods: list(dyn)"})
    @Key("usage")
    record UsageProbe(
            @Doc("Label selector of the pods.") String selector,

            @Doc("Namespace (default: the target's).") Optional<String> namespace)
            implements Probe {}

    /** What differs between the pipeline's inventory and the cluster; without {@code expect} nothing may. */
    @Doc("Compares deployed objects with the cluster. By default nothing may differ.")
    @Sees({"drift: list(dyn)"})
    @Key("drift")
    record DriftProbe(
            @Doc("Limit to the objects of this step.") Optional<String> of) implements Probe {}

    /** A Flink cluster over its REST API. */
    @Doc("Queries a Flink cluster over its REST API. By default it must respond.")
    @Sees({
        "overview: dyn",
        "taskManagers: list(dyn)",
        "jobs: list(dyn)",
        "checkpoints: dyn",
        "config: map(string, string)"
    })
    @Key("flink")
    record FlinkProbe(
            @Doc(value = "REST service as name:port.", example = "flink-jobmanager-rest:8081")
            String service,

            @Doc("Job whose checkpoints to read.") Optional<String> job)
            implements Probe {}

    /** A name looked up inside the cluster. */
    @Doc("Resolves a host name inside a pod. By default it must resolve.")
    @Sees({"addresses: list(string)"})
    @Key("dns")
    record DnsProbe(
            @Doc("The name.") String name,

            @Doc("A pod or workload as kind/name to resolve it in.")
            Ref from) implements Probe {
        @Override
        public boolean mutates() {
            return true;
        }
    }

    /** A TCP connection from inside the cluster. */
    @Doc("Opens a TCP connection from inside a pod. By default it must succeed.")
    @Sees({"connected: bool"})
    @Key("tcp")
    record TcpProbe(
            @Doc("Host and port.") String to,

            @Doc("A pod or workload as kind/name to connect from.")
            Ref from) implements Probe {
        private static final String HOST_AND_PORT = "[^\\s/]+:[0-9]{1,5}";

        public TcpProbe {
            if (!to.matches(HOST_AND_PORT)) {
                throw new IllegalArgumentException("'" + to + "' is not a host and port: write host:port");
            }
        }

        @Override
        public boolean mutates() {
            return true;
        }
    }

    /** A topic of Kafka, and the credentials of a client, asked by Kafka's own tool in a pod that has it. */
    @Doc(
            "Queries Kafka with kafka-topics.sh in a pod, using the client properties in a file of the pod. By default authentication must succeed and the topic must exist.")
    @OneOf({"of", "selector"})
    @Sees({"authenticated: bool", "exists: bool", "partitions: int", "replicas: int", "topics: list(string)"})
    @Key("kafka")
    record KafkaProbe(
            @Doc("A pod or workload as kind/name whose image has Kafka's tools.")
            Optional<Ref> of,

            @Doc("Label selector of the pod.") Optional<String> selector,
            @Doc("Container (default: the first).") Optional<String> container,

            @Doc(value = "Host and port of a broker, as seen from the pod.", example = "kafka:9093")
            String bootstrap,

            @Doc("Topic to look for (default: list all).") Optional<String> topic,

            @Doc(
                    value =
                            "File in the pod with the client's properties, such as user and password (default: an unauthenticated client).",
                    example = "/etc/kafka/client.properties")
            Optional<String> config)
            implements Probe {
        private static final String SERVERS = "[^\\s,/:]+:[0-9]{1,5}(,[^\\s,/:]+:[0-9]{1,5})*";
        private static final String NAME = "[A-Za-z0-9._-]{1,249}";

        public KafkaProbe {
            new Refusals()
                    .when(
                            !bootstrap.matches(SERVERS),
                            () -> "'" + bootstrap + "' is not a broker address: write host:port")
                    .when(
                            topic.filter(name -> !name.matches(NAME)).isPresent(),
                            () -> "'" + topic.orElseThrow()
                                    + "' is not a valid topic name: use letters, digits, '.', '_' and '-', at most 249")
                    .raise();
        }

        @Override
        public boolean mutates() {
            return true;
        }
    }

    /** Objects of a bucket; without {@code expect} there must be at least one. */
    @Doc("Lists a bucket under a prefix. By default there must be at least one object.")
    @Sees({"keys: list(string)", "count: int"})
    @Key("s3")
    record S3Probe(
            @Doc("The bucket.") String bucket,
            @Doc("Prefix of the keys.") @Default("\"\"") String prefix,

            @Doc("Address and credentials of the object store.")
            S3Endpoint endpoint)
            implements Probe {}
}
