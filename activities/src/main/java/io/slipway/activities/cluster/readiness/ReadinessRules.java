package io.slipway.activities.cluster.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.builtin.BuiltinRules;
import io.slipway.activities.cluster.readiness.general.GeneralRules;
import io.slipway.activities.cluster.readiness.general.Lifecycle;
import io.slipway.activities.cluster.readiness.pack.Packs;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/**
 * Tells whether a Kubernetes object is ready: {@code ReadinessRules.standard().of(object)}.
 *
 * <p>In this order: an object being deleted is progressing; then the rules of its kind, in code for the workloads of
 * Kubernetes and as data for some hundreds of others; then general rules for kinds nobody described. A status that
 * speaks of an older generation of the spec is progressing in all of them. Without evidence nothing is ready, except
 * kinds that are plain configuration.
 *
 * <p>Pure and thread safe; an object costs some tens of microseconds.
 */
public final class ReadinessRules {

    private static final ReadinessRules STANDARD = new ReadinessRules();

    private static final ReadinessRule DELETION = Lifecycle.deletion();
    private static final ReadinessRule OBSERVED = Lifecycle.observed("status.observedGeneration");
    private static final ReadinessRule GENERAL = new GeneralRules();

    private ReadinessRules() {}

    /** The rules that come with Slipway. */
    public static ReadinessRules standard() {
        return STANDARD;
    }

    /** The readiness of an object as the API server returned it. */
    public Readiness of(JsonNode json) {
        KubeObject object = new KubeObject(json);
        return DELETION.judge(object)
                .or(() -> ofKind(object).judge(object))
                .or(() -> GENERAL.judge(object))
                .orElseThrow();
    }

    /**
     * The same with a user's own condition: the object is ready when {@code ready} holds. The standard rules still say
     * when it has failed, and why it is not ready yet.
     */
    public Readiness of(JsonNode json, ReadyPredicate ready) {
        Optional<Readiness> deleted = DELETION.judge(new KubeObject(json));
        if (deleted.isPresent()) {
            return deleted.get();
        }
        if (ready.test(json)) {
            return new Readiness.Ready(ready.source() + " holds");
        }
        return switch (of(json)) {
            case Readiness.Failed failed -> failed;
            case Readiness.Progressing waiting ->
                new Readiness.Progressing(ready.source() + " does not hold yet; " + waiting.reason());
            case Readiness.Ready otherwise ->
                new Readiness.Progressing(ready.source() + " does not hold yet; " + otherwise.reason());
        };
    }

    private static ReadinessRule ofKind(KubeObject object) {
        return BuiltinRules.of(object.group(), object.kind())
                .map(OBSERVED::orElse)
                .or(() -> Packs.shipped().of(object))
                .orElseGet(() -> OBSERVED.orElse(GENERAL));
    }
}
