package io.slipway.sandbox;

import io.slipway.sandbox.api.server.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The sandbox's token and key: random, and kept in its folder for its owner's eyes only. */
final class SandboxKeys {

    private static final int BYTES = 24;

    private SandboxKeys() {}

    static ApiServer.Keys of(Optional<Path> folder) throws IOException {
        return new ApiServer.Keys(kept(folder, "token"), kept(folder, "service-account-key"));
    }

    private static String kept(Optional<Path> folder, String name) throws IOException {
        if (folder.isEmpty()) {
            return random();
        }
        Path file = folder.get().resolve(name);
        if (!Files.exists(file)) {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, random());
        }
        return Files.readString(file).strip();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
