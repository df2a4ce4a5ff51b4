package io.slipway.activities.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Optional;

/** Why a file cannot be used. Some of Java's exceptions say it by their class alone, and have the file's name as their message. */
public final class FileReason {
    private static final Map<String, String> BY_CLASS = Map.of(
            AccessDeniedException.class.getName(), "permission denied",
            NoSuchFileException.class.getName(), "no such file or folder",
            NotDirectoryException.class.getName(), "it is not a folder",
            FileAlreadyExistsException.class.getName(), "it already exists");

    private FileReason() {}

    /** The reason alone. */
    public static String of(IOException problem) {
        if (problem instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return byClass(problem.getClass().getName())
                .orElseGet(
                        () -> problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage());
    }

    /** The reason, behind the file that it is about where the problem names one. */
    public static String withFile(IOException problem) {
        boolean named = problem instanceof FileSystemException file && file.getFile() != null;
        return named ? ((FileSystemException) problem).getFile() + ": " + of(problem) : of(problem);
    }

    /** The message of an exception that is known by the name of its class only, and the reason that the class stands for. */
    public static String with(String message, String className) {
        return byClass(className).map(reason -> message + ": " + reason).orElse(message);
    }

    private static Optional<String> byClass(String className) {
        return Optional.ofNullable(BY_CLASS.get(className));
    }
}
