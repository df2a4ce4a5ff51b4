package io.slipway.model.spec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the API server takes as the name of a Secret and as a key in it, so that a slip is found before a run. */
public final class SecretSyntax {
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern KEY = Pattern.compile("[-._A-Za-z0-9]+");
    private static final int LONGEST = 253;

    private SecretSyntax() {}

    /** Why it cannot be a Secret's name. */
    public static Optional<String> nameProblem(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("'" + Scalars.abbreviate(name)
                        + "' is not a valid Secret name: use lower-case letters, digits, '-' and '.', at most "
                        + LONGEST
                        + ", a letter or digit first and last");
    }

    /** Why it cannot be a key of a Secret. */
    public static Optional<String> keyProblem(String key) {
        return KEY.matcher(key).matches() && key.length() <= LONGEST && !key.equals(".") && !key.startsWith("..")
                ? Optional.empty()
                : Optional.of("'" + key + "' is not a valid Secret key: use letters, digits, '.', '_' and '-', at most "
                        + LONGEST + ", and not two dots first");
    }

    /** Why {@code from} names no key of another Secret. */
    public static Optional<String> fromProblem(String from) {
        int slash = from.indexOf('/');
        if (slash < 0) {
            return Optional.of("'from' is '" + from + "', but must be the key of another Secret: write name/key");
        }
        return nameProblem(from.substring(0, slash))
                .or(() -> keyProblem(from.substring(slash + 1)))
                .map(problem -> "'from': " + problem);
    }

    /** Refuses a name, and keys, that no Secret can have. */
    public static void require(String name, List<String> keys) {
        Refusals refusals = new Refusals();
        nameProblem(name).ifPresent(problem -> refusals.when(true, () -> problem));
        keys.forEach(key -> keyProblem(key).ifPresent(problem -> refusals.when(true, () -> problem)));
        refusals.raise();
    }
}
