package io.slipway.activities.reach;

import io.slipway.model.spec.Ref;
import java.util.Optional;

/**
 * A container somewhere: of the first ready pod of a workload or selector.
 *
 * @param of a pod or workload as kind/name
 * @param selector label selector, when there is no {@code of}
 * @param container its name; the pod's default one when left out
 */
public record Where(Optional<Ref> of, Optional<String> selector, Optional<String> container) {
    public Where {
        if (of.isPresent() == selector.isPresent()) {
            throw new IllegalArgumentException("name the pod with either 'of' or 'selector'");
        }
    }

    /** The default container of a pod or workload. */
    public static Where of(Ref ref) {
        return new Where(Optional.of(ref), Optional.empty(), Optional.empty());
    }

    /** As it is written, for people. */
    public String display() {
        return of.map(Ref::value).orElseGet(() -> "a pod with " + selector.orElseThrow());
    }

    /** The arguments that kubectl takes for it. */
    public String kubectl(String namespace) {
        String object = of.map(Ref::value)
                .orElseGet(() -> "\"$(kubectl get pod -n " + namespace + " -l '" + selector.orElseThrow()
                        + "' -o name | head -1)\"");
        return "-n " + namespace + " " + object
                + container.map(name -> " -c " + name).orElse("");
    }
}
