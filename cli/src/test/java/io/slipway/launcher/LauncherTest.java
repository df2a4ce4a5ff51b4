package io.slipway.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./slipway} and its start-up cache, with JDKs that only note how they are called. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Clone clone;

    @BeforeEach
    void setUp() throws IOException {
        clone = new Clone(folder);
    }

    @Test
    void makesTheCacheOnceAndUsesIt() throws Exception {
        assertThat(clone.run(clone.jdk("25"), Map.of())).contains("preparing the start-up cache");
        assertThat(clone.run(clone.jdk("25"), Map.of())).isEmpty();

        assertThat(clone.trainings()).isEqualTo(1);
        assertThat(clone.caches()).hasSize(1);
        assertThat(clone.calls().getLast())
                .contains("-XX:AOTCache=", clone.caches().getFirst(), "-jar", "version");
    }

    @Test
    void saysThatTrainingFailedAndTriesAgainWithTheNextJar() throws Exception {
        Map<String, String> failing = Map.of("TRAINING_FAILS", "1");
        assertThat(clone.run(clone.jdk("25"), failing)).contains("could not be made", "training.log");
        assertThat(clone.run(clone.jdk("25"), failing)).isEmpty();
        assertThat(clone.trainings()).isEqualTo(1);
        assertThat(clone.calls().getLast()).doesNotContain("AOTCache");

        clone.jar("the second, longer one");
        clone.run(clone.jdk("25"), Map.of());
        assertThat(clone.trainings()).isEqualTo(2);
        assertThat(clone.caches()).hasSize(1).noneMatch(name -> name.endsWith(".failed"));
        assertThat(clone.calls().getLast()).contains("-XX:AOTCache=");
    }

    @Test
    void helpIsAShortCommandAlsoThatOfALongOne() throws Exception {
        clone.run(clone.jdk("25"), "help", "worker");
        assertThat(clone.caches()).hasSize(1);
        assertThat(clone.calls().getLast()).contains("-Dslipway.short=true", "help worker");

        clone.run(clone.jdk("25"), "worker", "--help");
        assertThat(clone.caches()).hasSize(1);
        assertThat(clone.calls().getLast()).doesNotContain("-Dslipway.short=true");
    }

    @Test
    void keepsACacheForEachJdk() throws Exception {
        clone.run(clone.jdk("25"), Map.of());
        clone.run(clone.jdk("26"), Map.of());
        clone.run(clone.jdk("25"), Map.of());

        assertThat(clone.trainings()).isEqualTo(2);
        assertThat(clone.caches()).hasSize(2);
    }

    @Test
    void leavesTheArchiveOfAnOlderJdkToJava() throws Exception {
        clone.run(clone.jdk("21"), Map.of());

        assertThat(clone.calls()).singleElement().asString().contains("-XX:+AutoCreateSharedArchive");
    }

    @Test
    void twoStartsAtOnceTrainOnce() throws Exception {
        Process first = clone.start(clone.jdk("25"), Map.of("TRAINING_TAKES", "2"));
        Process second = clone.start(clone.jdk("25"), Map.of("TRAINING_TAKES", "2"));
        first.waitFor();
        second.waitFor();

        assertThat(clone.trainings()).isEqualTo(1);
        assertThat(clone.caches()).hasSize(1);
    }

    @Test
    void needsNoFlockAndNoGnuTools() throws Exception {
        Map<String, String> bare = Map.of("PATH", toolsWithout("flock").toString());
        assertThat(clone.run(clone.jdk("25"), bare)).contains("preparing the start-up cache");
        assertThat(clone.run(clone.jdk("25"), bare)).isEmpty();

        assertThat(clone.trainings()).isEqualTo(1);
        assertThat(clone.root().resolve(".slipway/cache/training-short.lock.d")).doesNotExist();
    }

    @Test
    void aLockWhoseHolderIsGoneIsTaken() throws Exception {
        Path lock = Files.createDirectories(clone.root().resolve(".slipway/cache/training-short.lock.d"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(lock.resolve("pid"), Long.toString(gone.pid()));

        clone.run(clone.jdk("25"), Map.of("PATH", toolsWithout("flock").toString()));
        assertThat(clone.trainings()).isEqualTo(1);
    }

    @Test
    void goesOnWithoutACacheWhereNothingCanBeWritten() throws Exception {
        // files where the folders would be: no user, not even root, can write below them
        Files.writeString(clone.root().resolve(".slipway"), "");
        Files.writeString(clone.root().resolveSibling("home"), "");

        assertThat(clone.run(clone.jdk("25"), Map.of())).isEmpty();
        assertThat(clone.calls()).singleElement().asString().doesNotContain("AOTCache");
    }

    @Test
    void keepsTheCacheInTheHomeFolderWhenTheCloneCannotBeWritten() throws Exception {
        Files.writeString(clone.root().resolve(".slipway"), "");

        clone.run(clone.jdk("25"), Map.of());
        assertThat(clone.root().resolveSibling("home").resolve(".cache/slipway"))
                .isDirectoryContaining("glob:**/start-*");
    }

    /** A folder of tools for PATH: what the launcher needs, one missing, and BSD's stat and readlink. */
    private Path toolsWithout(String missing) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        String needed = "bash sh env dirname readlink find head mkdir mktemp mv rm cat tr cksum sleep";
        for (String tool : needed.split(" ")) {
            Path file = Stream.of("/bin", "/usr/bin", "/usr/local/bin")
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + tool + " on this machine"));
            Files.createSymbolicLink(tools.resolve(tool), file);
        }
        assertThat(tools.resolve(missing)).doesNotExist();
        Path stat = Files.write(
                tools.resolve("stat"),
                "#!/bin/sh\n[ \"$1\" = -f ] && echo 1-2 || { echo 'stat: illegal option' >&2; exit 1; }\n"
                        .getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(stat, PosixFilePermissions.fromString("rwxr-xr-x"));
        return tools;
    }
}
