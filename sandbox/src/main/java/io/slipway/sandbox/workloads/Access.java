package io.slipway.sandbox.workloads;

import io.slipway.sandbox.api.authn.UserInfo;
import io.slipway.sandbox.api.authz.Attributes;
import io.slipway.sandbox.api.authz.Authorizer;
import io.slipway.sandbox.store.ObjectStore;
import java.util.Optional;

/** What the service account of a pod may do, by the roles in the store. */
public final class Access {
    private final Authorizer authorizer;

    public Access(ObjectStore store) {
        this.authorizer = new Authorizer(store);
    }

    /** The API server's refusal; empty when it is allowed. */
    public Optional<String> refusal(Container container, String verb, String resource) {
        return refusal(container, verb, "", resource);
    }

    /** The same for a resource of an API group. */
    public Optional<String> refusal(Container container, String verb, String group, String resource) {
        String account = container.serviceAccount();
        String namespace = container.namespace();
        UserInfo user = UserInfo.serviceAccount(namespace, account, "");
        Attributes wanted = new Attributes(verb, group, resource, "", namespace, "", "");
        if (authorizer.decide(user, wanted).allowed()) {
            return Optional.empty();
        }
        return Optional.of(message(namespace, account, verb, group, resource));
    }

    /** The words of a refusal. */
    public static String message(String namespace, String account, String verb, String group, String resource) {
        String full = group.isEmpty() ? resource : resource + "." + group;
        return full + " is forbidden: User \"system:serviceaccount:" + namespace + ":" + account + "\" cannot " + verb
                + " resource \"" + resource + "\" in API group \"" + group + "\" in the namespace \"" + namespace
                + "\"";
    }
}
