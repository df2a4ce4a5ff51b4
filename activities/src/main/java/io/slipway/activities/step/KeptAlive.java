package io.slipway.activities.step;

/**
 * Activities of which the worker tells Temporal that they are at work ({@link KeepingAlive}). A task that is lost on its
 * way to a worker, as when the server dies in that moment, is then given to one again within seconds, and not only after
 * the longest that it may take.
 */
public interface KeptAlive {}
