package io.slipway.sandbox.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A kind with everything discovery says about it.
 *
 * @param kind the kind, in the version objects are stored in
 * @param singular the singular name
 * @param shortNames abbreviations for the command line
 * @param categories groups of kinds for the command line, such as {@code all}
 * @param subresources such as {@code status} and {@code scale}
 * @param versions the versions served, the preferred one first
 * @param builtIn false for a kind a CustomResourceDefinition made
 */
public record ServedKind(
        ResourceKind kind,
        String singular,
        List<String> shortNames,
        List<String> categories,
        Set<String> subresources,
        List<String> versions,
        boolean builtIn) {

    /** Keeps the collections unmodifiable. */
    public ServedKind {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
        subresources = Set.copyOf(subresources);
        versions = List.copyOf(versions);
    }

    /**
     * A built-in kind, served in its one version.
     *
     * @param kind the kind
     * @param shortNames abbreviations
     * @param categories groups of kinds
     * @param subresources such as {@code status}
     * @return the kind as served
     */
    static ServedKind builtIn(
            ResourceKind kind, List<String> shortNames, List<String> categories, Set<String> subresources) {
        String singular = kind.kind().toLowerCase(Locale.ROOT);
        return new ServedKind(kind, singular, shortNames, categories, subresources, List.of(kind.version()), true);
    }

    /**
     * Whether a subresource is served.
     *
     * @param subresource such as {@code scale}
     * @return true when it is
     */
    public boolean has(String subresource) {
        return subresources.contains(subresource);
    }
}
