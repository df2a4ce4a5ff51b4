package io.slipway.sandbox.spark;

import io.slipway.sandbox.api.authn.UserInfo;
import io.slipway.sandbox.api.authz.Attributes;
import io.slipway.sandbox.api.authz.Authorizer;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.workloads.Container;
import java.util.Optional;

/** What the service account of a pod may do, by the roles in the store. */
final class Access {
    private final Authorizer authorizer;

    Access(ObjectStore store) {
        this.authorizer = new Authorizer(store);
    }

    /** The API server's refusal; empty when it is allowed. */
    Optional<String> refusal(Container container, String verb, String resource) {
        String account = container.serviceAccount();
        String namespace = container.namespace();
        UserInfo user = UserInfo.serviceAccount(namespace, account, "");
        Attributes wanted = new Attributes(verb, "", resource, "", namespace, "", "");
        if (authorizer.decide(user, wanted).allowed()) {
            return Optional.empty();
        }
        return Optional.of(message(namespace, account, verb, resource));
    }

    static String message(String namespace, String account, String verb, String resource) {
        return resource + " is forbidden: User \"system:serviceaccount:" + namespace + ":" + account + "\" cannot "
                + verb + " resource \"" + resource + "\" in API group \"\" in the namespace \"" + namespace + "\"";
    }
}
