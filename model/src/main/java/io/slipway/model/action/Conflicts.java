package io.slipway.model.action;

import io.slipway.model.spec.Doc;

/** What to do about fields that another manager owns. */
public enum Conflicts {
    @Doc("Fail, and name the other manager and the field.")
    FAIL,
    @Doc("Take over the fields.")
    TAKE,
    @Doc("Take over fields owned by kubectl's client-side apply; fail for any other manager.")
    ADOPT
}
