package io.slipway.model.action;

import io.slipway.model.spec.Doc;

/** What to do about fields that another manager owns. */
public enum Conflicts {
    @Doc("Stop, and name the other manager and the field.")
    FAIL,
    @Doc("Take the fields over.")
    TAKE,
    @Doc("Take over what kubectl's client-side apply owns; stop at any other manager.")
    ADOPT
}
