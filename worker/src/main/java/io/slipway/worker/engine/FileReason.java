package io.slipway.worker.engine;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Optional;

/** What Java's exceptions for files mean whose message is nothing but the file's name. */
public final class FileReason {
    private static final Map<String, String> BY_CLASS = Map.of(
            AccessDeniedException.class.getName(), "permission denied",
            NoSuchFileException.class.getName(), "there is no such file or folder",
            NotDirectoryException.class.getName(), "it is no folder",
            FileAlreadyExistsException.class.getName(), "it is there already");

    private FileReason() {}

    /** An exception's message, and the reason that its class stands for. */
    static String with(String message, String className) {
        return of(className).map(reason -> message + ": " + reason).orElse(message);
    }

    /**
     * The reason that an exception stands for.
     *
     * @param className its class; empty comes back for one whose message says more
     */
    public static Optional<String> of(String className) {
        return Optional.ofNullable(BY_CLASS.get(className));
    }
}
