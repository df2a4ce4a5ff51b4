package io.slipway.activities.bundle;

import io.slipway.activities.store.BlobStore;
import io.slipway.model.check.FileIndex;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pipelines' folders in a blob store. Each file is a blob of its own, so what is sent again costs nothing. */
public final class Bundles {
    /** Most files of a folder that is sent. */
    public static final int MOST_FILES = 2_000;

    private final BlobStore blobs;

    /** Bundles in that store. */
    public Bundles(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * Keeps a folder's files, without hidden ones and without links.
     *
     * @throws IllegalArgumentException when it has too many files, or too large ones
     * @throws UncheckedIOException when a file cannot be read, or the store cannot be written
     */
    public BundleReference send(PipelineFolder folder) {
        if (!folder.file().equals(PipelineFolder.FILE)) {
            throw new IllegalArgumentException(
                    "only a pipeline in a file called " + PipelineFolder.FILE + " can be sent, not " + folder.file());
        }
        List<String> paths = new FileIndex(folder).files();
        if (paths.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "the folder " + folder.name() + " has more than " + MOST_FILES + " files");
        }
        Map<String, String> files = new TreeMap<>();
        paths.forEach(path -> files.put(path, blobs.put(read(folder, path))));
        return new BundleReference(folder.name(), blobs.putText(Json.write(new Bundle(folder.name(), files))));
    }

    private static byte[] read(PipelineFolder folder, String path) {
        try {
            byte[] content = folder.read(path);
            if (content.length > PipelineFolder.MAX_BYTES) {
                throw new IllegalArgumentException(
                        "the file " + path + " is larger than " + PipelineFolder.MAX_BYTES + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + " of the folder " + folder.name(), e);
        }
    }

    /**
     * Writes the folder of a bundle into another one; empty when the store lacks a part of it.
     *
     * @throws IllegalArgumentException when it is no bundle of that pipeline, or has a path that would leave its folder
     * @throws UncheckedIOException when a file cannot be written
     */
    public Optional<PipelineFolder> open(BundleReference reference, Path into) {
        Path folder = into.resolve(reference.pipeline());
        return blobs.text(reference.hash())
                .map(text -> bundle(text, reference))
                .filter(bundle -> bundle.files().entrySet().stream()
                        .allMatch(file -> written(inside(folder, file.getKey()), file.getValue())))
                .map(bundle -> PipelineFolder.at(folder));
    }

    private static Bundle bundle(String text, BundleReference reference) {
        try {
            Bundle bundle = Json.read(text, Bundle.class);
            if (bundle.pipeline().equals(reference.pipeline())) {
                return bundle;
            }
        } catch (UncheckedIOException e) {
            // a blob of another kind
        }
        throw new IllegalArgumentException(reference + " is not a bundle of pipeline '" + reference.pipeline() + "'");
    }

    private boolean written(Path file, String hash) {
        Optional<byte[]> content = blobs.get(hash);
        content.ifPresent(bytes -> write(file, bytes));
        return content.isPresent();
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Path inside(Path folder, String written) {
        Path path = folder.resolve(written).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IllegalArgumentException("the bundle has a path that leaves its folder: " + written);
        }
        return path;
    }
}
