package io.slipway.model.check;

/** One rule of the language beyond shapes. Rules do not depend on each other's order, except where {@link Checker} says. */
interface Rule {
    /** Adds what is wrong. */
    void check(CheckContext context);
}
