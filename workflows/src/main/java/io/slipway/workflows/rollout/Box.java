package io.slipway.workflows.rollout;

/** Carries a result out of a cancellation scope. */
final class Box<T> {
    private T value;

    void set(T newValue) {
        value = newValue;
    }

    T get() {
        return value;
    }
}
