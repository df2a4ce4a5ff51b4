package io.slipway.cli.error;

/** An error that people can do something about. */
public final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String fix;

    private CliException(int exitCode, String message, String fix, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.fix = fix;
    }

    /** Something failed; {@code fix} says what to do. */
    public static CliException failed(String message, String fix) {
        return new CliException(ExitCode.FAILED, message, fix, null);
    }

    /** The command or a file it was given is wrong. */
    public static CliException invalid(String message, String fix) {
        return new CliException(ExitCode.INVALID, message, fix, null);
    }

    /** A server cannot be reached. */
    public static CliException unreachable(String message, String fix, Throwable cause) {
        return new CliException(ExitCode.UNREACHABLE, message, fix, cause);
    }

    /** The same error where something else is to be done about it. */
    public CliException withFix(String other) {
        return new CliException(exitCode, getMessage(), other, getCause());
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }

    /** What to do, or empty. */
    public String fix() {
        return fix;
    }
}
