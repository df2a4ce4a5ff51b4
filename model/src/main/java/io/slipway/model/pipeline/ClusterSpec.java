package io.slipway.model.pipeline;

import io.slipway.model.action.Preflight;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import java.util.List;
import java.util.Optional;

/** What the target cluster must be. */
@Doc("Requirements on the target cluster.")
public record ClusterSpec(
        @Doc("The platform.") @Default("kubernetes") Preflight.Platform platform,

        @Doc(value = "Supported Kubernetes versions.", example = "\">=1.28\"") @Literal
        Optional<String> version,

        @Doc("Namespace of objects that set none (default: the target's).")
        Optional<String> namespace,

        @Doc("Required free capacity.") Optional<Preflight.Capacity> capacity,
        @Doc("API groups and versions it must serve.") List<String> apis,

        @Doc("Whether a person must confirm the target even if the rollout is started from the Temporal UI.")
        @Default("false")
        boolean confirm) {}
