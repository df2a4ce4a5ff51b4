package io.slipway.activities.helm;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.step.FakeBlobs;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The chart of these tests, as a plan hands it to a step. */
final class TestChart {
    private static final Path CHART = Path.of("src/test/resources/charts/web");

    private TestChart() {}

    /** A context of a step that has the chart as {@code web}. */
    static FakeStepContext step(TestCluster cluster, FakeTask task) {
        FakeBlobs blobs = new FakeBlobs();
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                task.file("web/" + CHART.relativize(file), blobs.put(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cluster.step(task, blobs);
    }
}
