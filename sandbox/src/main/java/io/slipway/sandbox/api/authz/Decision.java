package io.slipway.sandbox.api.authz;

/**
 * Whether something is allowed.
 *
 * @param allowed whether it is
 * @param reason which rule allows it, or what could not be found out
 */
public record Decision(boolean allowed, String reason) {

    /** No rule allows it. */
    static final Decision NO = new Decision(false, "");
}
