package io.slipway.cli.console;

/** What is done when the process ends while something is open: after Ctrl-C, for one. */
public final class AtExit implements AutoCloseable {
    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    /** From now on, until it is closed. */
    public static AtExit run(String thread, Runnable last) {
        Thread hook = new Thread(last, thread);
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process ends already, and the hook runs or has run
        }
    }
}
