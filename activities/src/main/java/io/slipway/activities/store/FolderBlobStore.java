package io.slipway.activities.store;

import io.slipway.model.json.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Blobs as files named by their hash, two characters a folder. */
public final class FolderBlobStore implements BlobStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /** A store in that folder, which is made when the first blob comes. */
    public FolderBlobStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] content) {
        String hash = Hash.of(content);
        Path file = file(hash);
        if (Files.exists(file)) {
            return hash;
        }
        try {
            Files.createDirectories(file.getParent());
            Path written = file.resolveSibling(hash + "." + UUID.randomUUID());
            Files.write(written, content);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the blob store at " + folder, e);
        }
    }

    @Override
    public Optional<byte[]> get(String hash) {
        if (!HASH.matcher(hash).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(hash)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the blob store at " + folder, e);
        }
    }

    private Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
