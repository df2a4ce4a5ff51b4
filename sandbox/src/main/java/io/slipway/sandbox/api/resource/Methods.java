package io.slipway.sandbox.api.resource;

import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;

/** Refuses methods a resource does not have. */
public final class Methods {

    private Methods() {}

    /**
     * The method is not for this resource.
     *
     * @return the refusal
     */
    public static StatusException notAllowed() {
        return Refusals.refusal(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource",
                Status.Details.NONE);
    }
}
