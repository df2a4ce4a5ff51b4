package io.slipway.sandbox.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every fault the sandbox can play, as {@code --fault 'TARGET: NAME(args)'} names it. */
public enum FaultKind {
    IMAGE_PULL_BACK_OFF(
            "ImagePullBackOff",
            "[answer of the registry]",
            FaultScope.POD,
            "the image cannot be pulled; the kubelet backs off"),
    ERR_IMAGE_PULL(
            "ErrImagePull",
            "[answer of the registry]",
            FaultScope.POD,
            "each pull attempt fails; with times=N the attempt after N works"),
    CRASH_LOOP_BACK_OFF(
            "CrashLoopBackOff",
            "[exit code], [last line]",
            FaultScope.POD,
            "containers start, print an error and exit; with times=N the start after N works"),
    CONTAINER_ENDS(
            "ContainerEnds",
            "exit code, reason, [message]",
            FaultScope.POD,
            "containers end at once with this reason, such as StartError"),
    CONTAINER_WAITING(
            "ContainerWaiting",
            "reason, [message]",
            FaultScope.POD,
            "containers never start: the kubelet reports this reason, such as CreateContainerError"),
    FILE_MISSING(
            "FileMissing",
            "end of the path",
            FaultScope.POD,
            "the image lacks files whose path ends so, such as a jar"),
    LOG_LINE("LogLine", "text", FaultScope.POD, "each container writes this line when it starts"),
    OOM_KILLED("OOMKilled", "", FaultScope.POD, "containers are killed for memory: exit code 137"),
    CREATE_CONTAINER_CONFIG_ERROR(
            "CreateContainerConfigError",
            "[secret]",
            FaultScope.POD,
            "the container's configuration names a Secret that is not there"),
    UNSCHEDULABLE(
            "Unschedulable",
            "[resource or sentence]",
            FaultScope.POD,
            "no node takes the pod: FailedScheduling, for want of cpu, memory, or as the sentence says"),
    NOT_READY(
            "NotReady",
            "[probe answer], [readiness|startup|liveness]",
            FaultScope.POD,
            "containers run and never get ready: the readiness probe fails, or another one"),
    SLOW_READINESS("SlowReadiness", "duration", FaultScope.POD, "containers get ready this much later"),
    EVICTED_POD("EvictedPod", "", FaultScope.POD, "a running pod is evicted because its node is low on memory"),
    POD_ENDS(
            "PodEnds",
            "reason, [message]",
            FaultScope.POD,
            "the node ends the pod: phase Failed with this reason, such as DeadlineExceeded or NodeLost"),
    POD_REFUSED(
            "PodRefused",
            "message",
            FaultScope.POD,
            "pods are refused with this message of an admission plug-in: FailedCreate"),
    QUOTA_EXCEEDED("QuotaExceeded", "[quota]", FaultScope.POD, "pods are refused: the ResourceQuota is used up"),
    SCC_DENIED("SccDenied", "", FaultScope.POD, "pods are refused: no security context constraint admits them"),
    SECRET_MISSING(
            "SecretMissing",
            "[secret]",
            FaultScope.POD,
            "on secret/NAME: the Secret is removed; on a workload: its pods cannot find a Secret"),
    MOUNT_FAILED(
            "MountFailed",
            "[volume], [message]",
            FaultScope.POD,
            "a volume cannot be mounted: FailedMount, the pod stays ContainerCreating"),
    ATTACH_FAILED(
            "AttachFailed",
            "[volume]",
            FaultScope.POD,
            "a volume cannot be attached to the node: FailedAttachVolume, the pod stays ContainerCreating"),
    SANDBOX_FAILED(
            "SandboxFailed",
            "[message]",
            FaultScope.POD,
            "the node cannot set up the pod's network: FailedCreatePodSandBox, the pod stays ContainerCreating"),
    LOG_LINE_MISSING("LogLineMissing", "text", FaultScope.POD, "lines that hold the text never appear in the log"),
    USAGE_ABOVE_LIMITS(
            "UsageAboveLimits",
            "",
            FaultScope.POD,
            "the metrics API reports more CPU and memory than the limits allow"),
    WARNING_EVENT(
            "WarningEvent",
            "reason, [message]",
            FaultScope.POD,
            "a Warning event with this reason appears on the pods"),
    SERVICE_HAS_NO_ENDPOINTS("ServiceHasNoEndpoints", "", FaultScope.OBJECT, "the Service selects no ready pod"),
    PVC_PENDING("PvcPending", "", FaultScope.OBJECT, "the claim is never bound: ProvisioningFailed"),
    PVC_LOST("PvcLost", "", FaultScope.OBJECT, "the claim has lost its volume: phase Lost"),
    CONDITION(
            "Condition",
            "type, status, reason, [message]",
            FaultScope.OBJECT,
            "the object's status has this condition, such as Failed=True of a Job"),
    FINALIZER_HANGS("FinalizerHangs", "", FaultScope.OBJECT, "deleted objects stay, held by a finalizer nobody serves"),
    NODE_NOT_READY(
            "NodeNotReady", "", FaultScope.OBJECT, "on node/NAME: the node stops reporting, its pods are not ready"),
    BUILD_FAILED(
            "BuildFailed",
            "[reason]",
            FaultScope.OBJECT,
            "the build fails: DockerBuildFailed, FetchSourceFailed, PushImageToRegistryFailed, …"),
    BUILD_HANGS("BuildHangs", "", FaultScope.OBJECT, "the build stays in the phase Running"),
    IMPORT_FAILED(
            "ImportFailed", "", FaultScope.OBJECT, "the ImageStream's tags cannot be imported, even after a push"),
    ROUTE_NOT_ADMITTED(
            "RouteNotAdmitted", "[reason]", FaultScope.OBJECT, "the router refuses the route: HostAlreadyClaimed"),
    ROUTE_NOT_ANSWERING(
            "RouteNotAnswering", "[status]", FaultScope.OBJECT, "the router answers 503 for the route's host"),
    CONFLICT(
            "Conflict",
            "field, manager",
            FaultScope.API,
            "the field is owned by another manager: server-side apply answers 409"),
    API_ERROR("ApiError", "[status], [times]", FaultScope.API, "requests are answered with this status (503)"),
    API_DROP("ApiDrop", "[times]", FaultScope.API, "connections are closed without an answer"),
    API_SLOW("ApiSlow", "duration", FaultScope.API, "requests are answered this much later"),
    FORBIDDEN("Forbidden", "[verb], [resource]", FaultScope.API, "requests and access reviews are refused: 403"),
    TASK_MANAGERS_NOT_REGISTERING(
            "TaskManagersNotRegistering",
            "",
            FaultScope.APPLICATION,
            "TaskManagers run but cannot reach the JobManager"),
    CHECKPOINTS_FAIL(
            "CheckpointsFail", "[message]", FaultScope.APPLICATION, "every checkpoint of the Flink jobs fails"),
    JOB_FAILS("JobFails", "[message]", FaultScope.APPLICATION, "Flink jobs end FAILED with an exception"),
    JOB_HANGS("JobHangs", "", FaultScope.APPLICATION, "Flink jobs never leave CREATED, Spark drivers never end"),
    EXECUTORS_DENIED(
            "ExecutorsDenied", "[rbac|quota|image]", FaultScope.APPLICATION, "the Spark driver cannot get executors"),
    DRIVER_FAILS(
            "DriverFails",
            "[message]",
            FaultScope.APPLICATION,
            "the Spark driver ends with an exception and exit code 1"),
    S3_UNREACHABLE("S3Unreachable", "", FaultScope.APPLICATION, "connections to MinIO are refused"),
    S3_ACCESS_DENIED("S3AccessDenied", "", FaultScope.APPLICATION, "MinIO answers 403 AccessDenied"),
    BUCKET_MISSING("BucketMissing", "[bucket]", FaultScope.APPLICATION, "MinIO knows no such bucket"),
    NESSIE_UNREACHABLE("NessieUnreachable", "", FaultScope.APPLICATION, "connections to Nessie are refused"),
    DNS_FAILS("DnsFails", "[name]", FaultScope.APPLICATION, "cluster DNS does not resolve the Service's name"),
    METRICS_MISSING("MetricsMissing", "", FaultScope.APPLICATION, "metrics endpoints refuse connections");

    private final String label;
    private final String arguments;
    private final FaultScope scope;
    private final String effect;

    FaultKind(String label, String arguments, FaultScope scope, String effect) {
        this.label = label;
        this.arguments = arguments;
        this.scope = scope;
        this.effect = effect;
    }

    /** The name in scripts, such as {@code ImagePullBackOff}. */
    public String label() {
        return label;
    }

    /** The arguments in words; square brackets are optional, empty when there are none. */
    public String arguments() {
        return arguments;
    }

    /** Where it acts. */
    public FaultScope scope() {
        return scope;
    }

    /** One sentence on what the fault does. */
    public String effect() {
        return effect;
    }

    static Optional<FaultKind> named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.label.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
