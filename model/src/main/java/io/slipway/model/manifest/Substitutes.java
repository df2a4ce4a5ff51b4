package io.slipway.model.manifest;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Which parameter the variable of a manifest stands for. */
public final class Substitutes {
    private Substitutes() {}

    /** The parameter for a variable: of the same name, or differing only in case and underscores. */
    public static Optional<String> param(String name, Collection<String> params) {
        if (params.contains(name)) {
            return Optional.of(name);
        }
        return new TreeSet<>(params)
                .stream().filter(param -> plain(param).equals(plain(name))).findFirst();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
