package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.activities.step.StepFailure;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A Build as it was last seen.
 *
 * @param build its tree
 * @param before an earlier Build of the same BuildConfig that has not ended and must end first
 */
record BuildView(JsonNode build, Optional<String> before) {
    /** Nothing was seen yet. */
    static final BuildView NONE = new BuildView(MissingNode.getInstance(), Optional.empty());

    private static final String CONFIG = "openshift.io/build-config.name";
    private static final String POLICY = "openshift.io/build.start-policy";

    /** The earlier Build that a new one waits for, unless its run policy is Parallel. */
    static Optional<String> before(JsonNode build, Collection<JsonNode> builds) {
        if (!BuildKinds.phase(build).equals("New")
                || BuildKinds.label(build, POLICY).equals("Parallel")) {
            return Optional.empty();
        }
        String config = BuildKinds.label(build, CONFIG);
        return builds.stream()
                .filter(other ->
                        !config.isEmpty() && BuildKinds.label(other, CONFIG).equals(config))
                .filter(other -> !BuildKinds.ended(other) && BuildKinds.number(other) < BuildKinds.number(build))
                .min(Comparator.comparingLong(BuildKinds::number))
                .map(BuildKinds::name);
    }

    /** Whether it has no pod that runs, although nothing is before it. */
    boolean starts() {
        String phase = BuildKinds.phase(build);
        return before.isEmpty() && (phase.equals("New") || phase.equals("Pending"));
    }

    /** Why its controller makes no pod for it, in OpenShift's word; empty when it says nothing. */
    String reason() {
        return build.path("status").path("reason").asText("");
    }

    /** What OpenShift says about it; often empty. */
    String message() {
        return build.path("status").path("message").asText("");
    }

    /** Where it stands, in a line. */
    String text() {
        return "build/" + BuildKinds.name(build) + " is " + BuildKinds.phase(build)
                + before.map(name -> ": build/" + name + " runs first")
                        .orElseGet(() -> message().isEmpty() ? "" : ": " + message());
    }

    /** The failure of a step whose time is over. */
    StepFailure late() {
        String name = BuildKinds.name(build);
        return StepFailure.of(
                "build/" + name + " did not end in time",
                text(),
                before.map(first -> "wait for build/" + first + ", or cancel it: oc cancel-build " + first)
                        .orElse("raise the step's timeout; see 'oc describe build " + name + "'"));
    }

    /** The failure of a step whose Build somebody deleted. */
    static StepFailure gone(String name) {
        return StepFailure.of(
                "build/" + name + " is gone",
                "it was deleted while it was running",
                "retry; find out who deletes builds, or raise the BuildConfig's history limits");
    }
}
