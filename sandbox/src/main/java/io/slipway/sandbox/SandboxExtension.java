package io.slipway.sandbox;

/**
 * A part that makes the sandbox behave: controllers, a kubelet, OpenShift. Found by {@link java.util.ServiceLoader} or
 * given in the options.
 */
public interface SandboxExtension extends AutoCloseable {

    /**
     * Starts; returns soon and works on threads of its own. Objects may exist already, after a restart.
     *
     * @param context the sandbox
     */
    void start(SandboxContext context);

    /** Stops; must not wait for simulated work to end. */
    @Override
    void close();
}
