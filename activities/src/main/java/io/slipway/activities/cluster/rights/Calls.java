package io.slipway.activities.cluster.rights;

import io.slipway.activities.cluster.api.ApiKind;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a step asks of the API server, as far as it is known before. Whoever calls the API declares it beside the call, and
 * whoever uses him adds it to his own.
 *
 * @param needed without these rights the step fails
 * @param useful without these it goes on, but tells less of a failure, or leaves something behind
 * @param ofSteps what it asks of objects that a step brings
 */
public record Calls(Set<Right> needed, Set<Right> useful, Set<OfStep> ofSteps) {
    /** None at all. */
    public static final Calls NONE = new Calls(Set.of(), Set.of(), Set.of());

    public Calls {
        needed = Set.copyOf(needed);
        useful = Set.copyOf(useful);
        ofSteps = Set.copyOf(ofSteps);
    }

    /** What is asked of one kind of objects in a namespace. */
    @FunctionalInterface
    public interface OfKind {
        /** The calls; the namespace is empty for kinds that have none. */
        Calls in(ApiKind kind, String namespace);
    }

    /**
     * Calls on the objects of a step of the pipeline, whose kinds and namespaces its manifests say.
     *
     * @param step the step; empty for all of the plan
     * @param calls what is asked of each kind
     */
    public record OfStep(String step, OfKind calls) {}

    /** Verbs on objects of a kind. */
    public static Calls on(ApiKind kind, String namespace, String... verbs) {
        return needing(Stream.of(verbs).map(verb -> Right.on(kind, namespace, verb)));
    }

    /** Verbs on {@code resource.group/subresource}; an empty namespace stands for the whole cluster. */
    public static Calls on(String resource, String namespace, String... verbs) {
        return needing(Stream.of(verbs).map(verb -> new Right(verb, resource, namespace)));
    }

    /** Calls on what a step brings. */
    public static Calls ofStep(String step, OfKind calls) {
        return new Calls(Set.of(), Set.of(), Set.of(new OfStep(step, calls)));
    }

    private static Calls needing(Stream<Right> rights) {
        return new Calls(rights.collect(Collectors.toSet()), Set.of(), Set.of());
    }

    /** These and more. */
    public Calls and(Calls more) {
        return new Calls(union(needed, more.needed), union(useful, more.useful), union(ofSteps, more.ofSteps));
    }

    /** The same, without which the step goes on. */
    public Calls ifGranted() {
        return new Calls(
                Set.of(),
                union(needed, useful),
                ofSteps.stream()
                        .map(each -> new OfStep(
                                each.step(),
                                (kind, namespace) ->
                                        each.calls().in(kind, namespace).ifGranted()))
                        .collect(Collectors.toSet()));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }
}
