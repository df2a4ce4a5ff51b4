package io.slipway.activities.helm.render;

import com.marcnuri.helm.jni.HelmLib;
import com.marcnuri.helm.jni.NativeLibrary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.commons.io.FileUtils;

/**
 * Helm's native library, whose file is removed as soon as it is loaded: what is mapped needs no name, and a process that is
 * killed would leave its 94 MB behind. The service loader finds this class before the library that it is about, whose jar
 * comes later.
 */
public final class HelmLibrary implements NativeLibrary {
    private final NativeLibrary bundled = ServiceLoader.load(NativeLibrary.class).stream()
            .filter(provider -> provider.type() != HelmLibrary.class)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Helm's library for this platform is not in this build"))
            .get();

    private Optional<Path> folder = Optional.empty();

    @Override
    public String getBinaryName() {
        return bundled.getBinaryName();
    }

    @Override
    public Path createTempDirectory() {
        Path made = NativeLibrary.super.createTempDirectory();
        folder = Optional.of(made);
        return made;
    }

    @Override
    public HelmLib load() {
        HelmLib library = NativeLibrary.super.load();
        // where that is not possible they go at the end of the process
        folder.map(Path::toFile).ifPresent(FileUtils::deleteQuietly);
        return library;
    }
}
