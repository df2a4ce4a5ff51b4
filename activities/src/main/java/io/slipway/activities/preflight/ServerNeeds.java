package io.slipway.activities.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.validate.probes.Seen;
import io.slipway.model.action.Preflight;
import java.util.Map;
import org.semver4j.Semver;

/** Needs that the API server itself answers: platform, version, APIs. */
final class ServerNeeds {
    private static final String OPENSHIFT_API = "route.openshift.io/v1";

    private ServerNeeds() {}

    static Need platform(Preflight.Platform wanted) {
        return new Need(
                "platform",
                "platform",
                "the target is " + display(wanted),
                reach -> Calls.NONE,
                reach -> platform(wanted, reach));
    }

    private static Seen platform(Preflight.Platform wanted, Reach reach) throws InterruptedException {
        boolean openshift = serves(OPENSHIFT_API, reach);
        Seen seen = Seen.good(Map.of(), openshift ? "OpenShift" : "Kubernetes without OpenShift's APIs");
        return seen.butWhen(
                wanted == Preflight.Platform.OPENSHIFT && !openshift,
                "the target is not OpenShift: it does not serve " + OPENSHIFT_API,
                "choose another target with --target");
    }

    private static String display(Preflight.Platform platform) {
        return switch (platform) {
            case KUBERNETES -> "Kubernetes";
            case OPENSHIFT -> "OpenShift";
        };
    }

    static Need version(String range) {
        return new Need(
                "version", "version", "Kubernetes " + range, reach -> Calls.NONE, reach -> version(range, reach));
    }

    private static Seen version(String range, Reach reach) throws InterruptedException {
        String git = reach.api().version();
        Semver version = Semver.coerce(git);
        if (version == null) {
            throw StepFailure.of(
                    "the version of the target is not known",
                    "the API server says '" + git + "'",
                    "see the API server");
        }
        return Seen.good(Map.of(), git)
                .butWhen(
                        !version.satisfies(range),
                        "the target is Kubernetes " + git + ", which is not " + range,
                        "upgrade the cluster, or choose another target");
    }

    static Need api(String api) {
        return new Need(
                "api " + api, "apis", "the API server serves " + api, reach -> Calls.NONE, reach -> api(api, reach));
    }

    private static Seen api(String api, Reach reach) throws InterruptedException {
        boolean served = serves(api, reach);
        return Seen.good(Map.of(), served ? "served" : "not served")
                .butWhen(
                        !served,
                        "the API server does not serve " + api,
                        "install the operator or CustomResourceDefinitions that provide it");
    }

    /** Whether a group and version is served and has resources; of an aggregated API it means that it answers. */
    private static boolean serves(String api, Reach reach) throws InterruptedException {
        String path = (api.indexOf('/') < 0 ? "/api/" : "/apis/") + api;
        return reach.api()
                .find(path)
                .map(answer -> answer.path("resources"))
                .filter(JsonNode::isArray)
                .filter(resources -> !resources.isEmpty())
                .isPresent();
    }
}
