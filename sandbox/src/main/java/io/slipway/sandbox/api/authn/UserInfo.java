package io.slipway.sandbox.api.authn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A user of the API.
 *
 * @param name such as {@code system:serviceaccount:ns:name}
 * @param uid its uid, empty when it has none
 * @param groups its groups
 */
public record UserInfo(String name, String uid, List<String> groups) {

    /** The group that may do everything. */
    public static final String MASTERS = "system:masters";

    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";
    private static final String AUTHENTICATED = "system:authenticated";

    /** Who holds the sandbox's own token. */
    public static final UserInfo ADMIN = new UserInfo("sandbox-admin", "", List.of(MASTERS, AUTHENTICATED));

    /** Who sent no token. */
    public static final UserInfo ANONYMOUS = new UserInfo("system:anonymous", "", List.of("system:unauthenticated"));

    /** Keeps the groups unmodifiable. */
    public UserInfo {
        groups = List.copyOf(groups);
    }

    /**
     * A service account.
     *
     * @param namespace its namespace
     * @param name its name
     * @param uid its uid
     * @return the user it is
     */
    public static UserInfo serviceAccount(String namespace, String name, String uid) {
        return new UserInfo(
                SERVICE_ACCOUNT + namespace + ":" + name,
                uid,
                List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, AUTHENTICATED));
    }

    /**
     * A user by name, with the groups the server adds by itself.
     *
     * @param name the user's name
     * @param groups the groups asked for
     * @return the user
     */
    public static UserInfo named(String name, List<String> groups) {
        Optional<UserInfo> account = asServiceAccount(name);
        if (account.isPresent() && groups.isEmpty()) {
            return account.get();
        }
        if (name.equals(ANONYMOUS.name())) {
            return ANONYMOUS;
        }
        List<String> all = new ArrayList<>(groups);
        if (!all.contains(AUTHENTICATED)) {
            all.add(AUTHENTICATED);
        }
        return new UserInfo(name, "", all);
    }

    private static Optional<UserInfo> asServiceAccount(String name) {
        String[] parts = name.split(":", -1);
        return name.startsWith(SERVICE_ACCOUNT) && parts.length == 4
                ? Optional.of(serviceAccount(parts[2], parts[3], ""))
                : Optional.empty();
    }
}
