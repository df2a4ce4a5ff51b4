package io.slipway.cli.temporal;

import com.uber.m3.tally.Scope;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.slipway.cli.error.CliException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connects to a Temporal server, and says what is wrong when that fails. */
final class TemporalConnector {
    private static final Pattern FAILED_CONNECTION = Pattern.compile("Exception: (\\V+)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HEALTHY = Duration.ofSeconds(2);

    private TemporalConnector() {}

    static WorkflowServiceStubs connect(TemporalSettings settings, Optional<Scope> metrics) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(options(settings, metrics));
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .withWaitForReady()
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            stubs.blockingStub()
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(settings.namespace())
                            .build());
            return stubs;
        } catch (StatusRuntimeException e) {
            if (maySee(e)) {
                return stubs;
            }
            stubs.shutdownNow();
            throw problem(settings, e);
        }
    }

    private static WorkflowServiceStubsOptions options(TemporalSettings settings, Optional<Scope> metrics) {
        try {
            WorkflowServiceStubsOptions.Builder options =
                    WorkflowServiceStubsOptions.newBuilder(settings.profile().toWorkflowServiceStubsOptions());
            metrics.ifPresent(options::setMetricsScope);
            return options.validateAndBuildWithDefaults();
        } catch (RuntimeException e) {
            throw CliException.invalid(
                    "the TLS settings of the Temporal server are invalid: " + root(e),
                    "Certificate, key and CA must be PEM files; the key PKCS#8 without a password.");
        }
    }

    /** Some accounts may use a namespace and not describe it; whether it is there is then seen later. */
    private static boolean maySee(StatusRuntimeException e) {
        return e.getStatus().getCode() == Status.Code.UNIMPLEMENTED;
    }

    private static CliException problem(TemporalSettings settings, StatusRuntimeException e) {
        String server = "the Temporal server at " + settings.address();
        return switch (e.getStatus().getCode()) {
            case NOT_FOUND ->
                CliException.invalid(
                        server + " has no namespace '" + settings.namespace() + "'",
                        "Choose another with --namespace, or create it: temporal operator namespace create --namespace "
                                + settings.namespace());
            case UNAUTHENTICATED, PERMISSION_DENIED ->
                CliException.unreachable(
                        server + " refuses: " + e.getStatus().getDescription(),
                        "Check the API key or the client's certificate, and that they may use namespace '"
                                + settings.namespace() + "'.",
                        e);
            default -> {
                Unreached why = Unreached.of(root(e));
                yield CliException.unreachable(server + " cannot be reached: " + why.cause(), why.fix(), e);
            }
        };
    }

    private static String root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : plain(root.getMessage());
    }

    /** gRPC's words hold the whole trace of a connection that failed; of that only why it failed, else the first line. */
    static String plain(String words) {
        Matcher failed = FAILED_CONNECTION.matcher(words);
        return failed.find() ? failed.group(1) : words.lines().findFirst().orElse("");
    }

    static boolean answers(WorkflowServiceStubs stubs) {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(HEALTHY.toMillis(), TimeUnit.MILLISECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }
}
