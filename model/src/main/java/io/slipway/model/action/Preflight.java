package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Quantity;
import io.slipway.model.spec.Required;
import io.slipway.model.spec.SecretSyntax;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists every unmet need at once, and writes nothing.
 *
 * <pre>{@code
 * preflight:
 *   platform: openshift
 *   version: ">=1.28"
 *   apis: [route.openshift.io/v1]
 *   secrets: [{ name: minio-credentials, keys: [root-user, root-password] }]
 *   reachable: ["minio:9000"]
 * }</pre>
 */
@Doc(
        "Reports all unmet requirements of the target at once, without changing anything. Each requirement is a named check in the report.")
@Verb(outputs = Validate.Outputs.class, changes = false)
public record Preflight(
        @Doc("Required platform.") Optional<Platform> platform,

        @Doc(value = "Supported Kubernetes versions.", example = "\">=1.28\"")
        Optional<String> version,

        @Doc(value = "API groups and versions the target must serve.", example = "[route.openshift.io/v1]")
        List<String> apis,

        @Doc("Capacity that other pods must leave free, on all nodes together.")
        Optional<Capacity> capacity,

        @Doc("Permissions the worker needs.") List<Permission> permissions,

        @Doc("Secrets that must exist with these keys; their values are never shown.")
        List<SecretNeed> secrets,

        @Doc("A StorageClass that must exist; 'default' for any default class.")
        Optional<String> storageClass,

        @Doc("An IngressClass that must exist.") Optional<String> ingressClass,

        @Doc(value = "Services that must have ready endpoints, as service:port.", example = "[\"minio:9000\"]")
        List<String> reachable,

        @Doc("Selectors that must each match at least one running pod.")
        List<PodNeed> pods,

        @Doc("Buckets that must exist.") List<BucketNeed> buckets,

        @Doc("Flink processes whose memory options must be consistent and fit their containers.")
        List<FlinkMemoryNeed> flinkMemory)
        implements Action {
    public Preflight {
        boolean single = platform.isPresent()
                || version.isPresent()
                || capacity.isPresent()
                || storageClass.isPresent()
                || ingressClass.isPresent();
        boolean listed = Stream.of(apis, permissions, secrets, reachable, pods, buckets, flinkMemory)
                .anyMatch(needs -> !needs.isEmpty());
        if (!single && !listed) {
            throw new IllegalArgumentException(
                    "preflight is empty: add what the target must have, such as 'platform', 'apis', 'secrets'"
                            + " or 'reachable'");
        }
    }

    /** A kind of cluster. */
    public enum Platform {
        @Doc("Any conformant Kubernetes.")
        KUBERNETES,
        @Doc("OpenShift: Routes, BuildConfigs, ImageStreams, SecurityContextConstraints.")
        OPENSHIFT
    }

    /** Room on all schedulable nodes together that pods of others leave free. */
    @Doc("Capacity that other pods leave free, on all schedulable nodes together.")
    public record Capacity(
            @Doc("Cores.") Optional<Quantity> cpu,
            @Doc("Bytes.") Optional<Quantity> memory) {}

    /** A right of the worker, asked with a SelfSubjectAccessReview. */
    @Doc("A permission of the worker, checked with a SelfSubjectAccessReview.")
    public record Permission(
            @Doc(value = "Verbs of the API.", example = "[get, list, create]") @Required
            List<String> verbs,

            @Doc(value = "Resource as resource.group or resource/subresource.", example = "deployments.apps")
            String resource,

            @Doc("Namespace (default: the target's).") Optional<String> namespace) {}

    /** A Secret and keys that must be in it. */
    @Doc("A Secret and the keys it must have.")
    public record SecretNeed(
            @Doc("Name of the Secret.") String name,
            @Doc("Keys that must exist and not be empty.") List<String> keys,

            @Doc("Namespace (default: the target's).") Optional<String> namespace) {
        public SecretNeed {
            SecretSyntax.require(name, keys);
        }
    }

    /** Pods that must be running. */
    @Doc("Pods that must be running.")
    public record PodNeed(
            @Doc("Name of the pods in messages.") String name,

            @Doc(value = "Label selector.", example = "app=minio")
            String selector,

            @Doc("Whether their absence is only a warning.") @Default("false")
            boolean optional) {}

    /** A bucket that must exist. */
    @Doc("A bucket that must exist.")
    public record BucketNeed(
            @Doc("Name of the bucket.") String bucket,

            @Doc("Address and credentials of the object store.")
            S3Endpoint s3) {}

    /** Memory of a Flink process: the options divide it as Flink does, and the whole fits the container. */
    @Doc(
            "Memory of a Flink process, computed as Flink does; fails if the options contradict each other or the total exceeds the container's limit.")
    public record FlinkMemoryNeed(
            @Doc("Name in the report.") String name,

            @Doc("Which process.") @Default("task-manager") FlinkRole role,

            @Doc(value = "Memory limit of its container.", example = "9Gi")
            Quantity limit,

            @Doc(
                    value = "Flink's options by key; only memory options are used.",
                    example = "{ taskmanager.memory.process.size: 8192m }")
            @Required
            Map<String, String> config) {}

    /** A process of Flink. */
    public enum FlinkRole {
        @Doc("Runs tasks; options taskmanager.memory.*.")
        TASK_MANAGER,
        @Doc("Runs the cluster; options jobmanager.memory.*.")
        JOB_MANAGER
    }
}
