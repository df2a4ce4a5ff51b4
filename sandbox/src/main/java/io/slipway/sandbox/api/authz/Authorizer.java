package io.slipway.sandbox.api.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.authn.UserInfo;
import io.slipway.sandbox.api.select.LabelSelector;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides by the roles and bindings in the store. */
public final class Authorizer {

    private final ObjectStore store;

    /**
     * Decides by the roles in a store.
     *
     * @param store the store
     */
    public Authorizer(ObjectStore store) {
        this.store = store;
    }

    /** A binding that holds for a user, and the rules of its role. */
    private record Grant(String reason, List<JsonNode> rules) {}

    /**
     * Decides.
     *
     * @param user who wants it
     * @param wanted what is wanted
     * @return whether it is allowed, and by which binding
     */
    public Decision decide(UserInfo user, Attributes wanted) {
        if (user.groups().contains(UserInfo.MASTERS)) {
            return new Decision(true, "");
        }
        for (Grant grant : grants(user, wanted.namespace())) {
            if (grant.rules().stream().anyMatch(rule -> PolicyRule.allows(rule, wanted))) {
                return new Decision(true, grant.reason());
            }
        }
        return Decision.NO;
    }

    /**
     * The rules that hold for a user in a namespace.
     *
     * @param user the user
     * @param namespace the namespace
     * @return the rules of all roles bound to the user
     */
    public List<JsonNode> rules(UserInfo user, String namespace) {
        List<JsonNode> rules = new ArrayList<>();
        if (user.groups().contains(UserInfo.MASTERS)) {
            store.view(Kinds.CLUSTER_ROLE, "", "cluster-admin").ifPresent(role -> rules.addAll(rulesOf(role)));
        }
        grants(user, namespace).forEach(grant -> rules.addAll(grant.rules()));
        return rules;
    }

    private List<Grant> grants(UserInfo user, String namespace) {
        List<Grant> grants = new ArrayList<>();
        for (ObjectNode binding : store.views(Kinds.CLUSTER_ROLE_BINDING, "").objects()) {
            grant(user, binding, "ClusterRoleBinding", "").ifPresent(grants::add);
        }
        if (!namespace.isEmpty()) {
            for (ObjectNode binding : store.views(Kinds.ROLE_BINDING, namespace).objects()) {
                grant(user, binding, "RoleBinding", namespace).ifPresent(grants::add);
            }
        }
        return grants;
    }

    private Optional<Grant> grant(UserInfo user, ObjectNode binding, String kind, String namespace) {
        for (JsonNode subject : binding.path("subjects")) {
            if (isMeant(user, subject, namespace)) {
                return Optional.of(grantOf(binding, subject, kind, namespace));
            }
        }
        return Optional.empty();
    }

    private Grant grantOf(ObjectNode binding, JsonNode subject, String kind, String namespace) {
        JsonNode ref = binding.path("roleRef");
        boolean cluster = ref.path("kind").asText().equals("ClusterRole");
        String role = ref.path("name").asText();
        List<JsonNode> rules = store.view(cluster ? Kinds.CLUSTER_ROLE : Kinds.ROLE, cluster ? "" : namespace, role)
                .map(this::rulesOf)
                .orElse(List.of());
        String where = namespace.isEmpty() ? Meta.name(binding) : Meta.name(binding) + "/" + namespace;
        String reason = "RBAC: allowed by %s \"%s\" of %s \"%s\" to %s \"%s\""
                .formatted(
                        kind,
                        where,
                        ref.path("kind").asText(),
                        role,
                        subject.path("kind").asText(),
                        who(subject));
        return new Grant(reason, rules);
    }

    private List<JsonNode> rulesOf(ObjectNode role) {
        List<JsonNode> rules = new ArrayList<>();
        role.path("rules").forEach(rules::add);
        for (JsonNode selector : role.path("aggregationRule").path("clusterRoleSelectors")) {
            var selected = LabelSelector.of(selector);
            store.views(Kinds.CLUSTER_ROLE, "").objects().stream()
                    .filter(other -> !other.equals(role) && selected.test(other))
                    .forEach(other -> other.path("rules").forEach(rules::add));
        }
        return rules;
    }

    private static boolean isMeant(UserInfo user, JsonNode subject, String namespace) {
        String name = subject.path("name").asText();
        return switch (subject.path("kind").asText()) {
            case "User" -> name.equals(user.name());
            case "Group" -> user.groups().contains(name);
            case "ServiceAccount" ->
                user.name()
                        .equals("system:serviceaccount:%s:%s"
                                .formatted(subject.path("namespace").asText(namespace), name));
            default -> false;
        };
    }

    private static String who(JsonNode subject) {
        String name = subject.path("name").asText();
        return subject.hasNonNull("namespace")
                ? name + "/" + subject.path("namespace").asText()
                : name;
    }
}
