package io.slipway.activities.store;

import io.slipway.model.json.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Blobs as files named by their hash, two characters a folder. */
public final class FolderBlobStore implements BlobStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** A blob, or what a process that was killed left of one: that nobody names, and so it goes when it is old. */
    private static final Pattern FILE = Pattern.compile(HASH + "(\\.[0-9a-f-]{36})?");

    private final Path folder;

    /** A store in that folder, which is made when the first blob comes. */
    public FolderBlobStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] content) {
        String hash = Hash.of(content);
        Path file = file(hash);
        try {
            if (Files.exists(file)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now())); // it is in use
                return hash;
            }
            Files.createDirectories(file.getParent());
            Path written = file.resolveSibling(hash + "." + UUID.randomUUID());
            Files.write(written, content);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return hash;
        } catch (IOException e) {
            throw new StoreTrouble("cannot write the blob store at " + folder, e);
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
            throw new StoreTrouble("cannot read the blob store at " + folder, e);
        }
    }

    @Override
    public List<Kept> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            return walk.filter(
                            path -> FILE.matcher(path.getFileName().toString()).matches())
                    .map(FolderBlobStore::blob)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new StoreTrouble("cannot read the blob store at " + folder, e);
        }
    }

    /** Empty for one that is gone: it got its name from a process that writes it, or was removed by another. */
    private static Optional<Kept> blob(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Kept(
                    path.getFileName().toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreTrouble("cannot read the blob at " + path, e);
        }
    }

    @Override
    public void remove(String hash, Instant unusedSince) {
        Path file = file(hash);
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(unusedSince)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // another process was quicker
        } catch (IOException e) {
            throw new StoreTrouble("cannot remove a blob at " + folder, e);
        }
    }

    private Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
