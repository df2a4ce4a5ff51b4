package io.slipway.sandbox.api.server;

import io.slipway.sandbox.api.authn.Authenticator;
import io.slipway.sandbox.api.authn.UserInfo;
import io.slipway.sandbox.api.authz.Attributes;
import io.slipway.sandbox.api.authz.Authorizer;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.request.RequestInfo;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.util.List;
import java.util.Optional;

/** Lets in who may come in. */
final class AccessGate {

    private final Authenticator authenticator;
    private final Authorizer authorizer;

    AccessGate(Authenticator authenticator, Authorizer authorizer) {
        this.authenticator = authenticator;
        this.authorizer = authorizer;
    }

    /** Who asks, after impersonation. */
    UserInfo user(Exchange exchange) {
        UserInfo user = authenticator.authenticate(exchange);
        Optional<UserInfo> other = authenticator.impersonated(exchange);
        other.ifPresent(as -> check(user, impersonation(as)));
        return other.orElse(user);
    }

    void check(UserInfo user, RequestInfo info) {
        Attributes wanted = Attributes.of(info);
        if (user.equals(UserInfo.ANONYMOUS) && !info.path().equals("/version")) {
            throw Refusals.refusal(401, "Unauthorized", "Unauthorized", Status.Details.NONE);
        }
        if (!info.path().equals("/version") && !authorizer.decide(user, wanted).allowed()) {
            throw forbidden(user, info);
        }
    }

    private static RequestInfo impersonation(UserInfo as) {
        String[] parts = as.name().split(":", -1);
        boolean account = as.name().startsWith("system:serviceaccount:") && parts.length == 4;
        return new RequestInfo(
                "impersonate",
                "",
                "v1",
                account ? "serviceaccounts" : "users",
                "",
                account ? parts[2] : "",
                account ? parts[3] : as.name(),
                "");
    }

    private static StatusException forbidden(UserInfo user, RequestInfo info) {
        if (!info.isResource()) {
            String message =
                    "forbidden: User \"%s\" cannot %s path \"%s\"".formatted(user.name(), info.verb(), info.path());
            return Refusals.refusal(403, "Forbidden", message, Status.Details.NONE);
        }
        String resource = info.subresource().isEmpty() ? info.resource() : info.resource() + "/" + info.subresource();
        String full = info.group().isEmpty() ? info.resource() : info.resource() + "." + info.group();
        String object = info.name().isEmpty() ? full : full + " \"" + info.name() + "\"";
        String scope =
                info.namespace().isEmpty() ? "at the cluster scope" : "in the namespace \"" + info.namespace() + "\"";
        String message = "%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
                .formatted(object, user.name(), info.verb(), resource, info.group(), scope);
        Status.Details details = new Status.Details(info.group(), info.resource(), info.name(), "", List.of(), 0);
        return Refusals.refusal(403, "Forbidden", message, details);
    }
}
