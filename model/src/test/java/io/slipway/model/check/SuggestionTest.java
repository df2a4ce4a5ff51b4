package io.slipway.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips of the hand are recognized, other words are not. */
class SuggestionTest {
    private static final List<String> KNOWN = List.of("web", "database", "wait-ready", "port", "validate");

    @ParameterizedTest
    @CsvSource({
        "wbe, web",
        "databsae, database",
        "Database, database",
        "waitReady, wait-ready",
        "prot, port",
        "valdate, validate",
        "valdat, validate",
        "name,",
        "we,",
        "stage,",
    })
    void theNearestIsMeantWhenItIsNear(String wrong, String meant) {
        assertThat(Suggestion.nearest(wrong, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @Test
    void whatThereIsFollowsWhatWasMeant() {
        assertThat("no port 'prot'" + Suggestion.among("prot", List.of("web", "port")))
                .isEqualTo("no port 'prot'. Did you mean 'port'? It has web, port");
        assertThat("no port 'x'" + Suggestion.among("x", List.of("web"))).isEqualTo("no port 'x'; it has web");
        assertThat("no port 'x'" + Suggestion.among("x", List.of())).isEqualTo("no port 'x'; it has none");
    }

    @Test
    void aFolderThatIsNotThereIsSaidWithTheOneNearBy(@TempDir Path pipelines) throws IOException {
        Files.createFile(Files.createDirectory(pipelines.resolve("datalyptica")).resolve("pipeline.yaml"));
        Files.createDirectory(pipelines.resolve("empty"));

        assertThat(said(pipelines.resolve("datalyptcia")))
                .isEqualTo("there is no folder 'datalyptcia'. Did you mean 'datalyptica'?");
        assertThat(said(pipelines.resolve("empty"))).isEqualTo("there is no pipeline.yaml in the folder empty");
    }

    @Test
    void aFolderOfPipelinesIsSaidWithThem(@TempDir Path work) throws IOException {
        for (String name : List.of("pipelines/web", "pipelines/database", ".cache/old")) {
            Files.createFile(Files.createDirectories(work.resolve(name)).resolve("pipeline.yaml"));
        }

        assertThat(said(work)).endsWith(". Did you mean a folder in it: pipelines/database, pipelines/web?");
        assertThat(said(work.resolve("pipelines")))
                .isEqualTo(
                        "there is no pipeline.yaml in the folder pipelines. Did you mean a folder in it: database, web?");
    }

    @Test
    void ofManyPipelinesTheFirstAreNamedAndTheRestCounted(@TempDir Path work) throws IOException {
        for (int i = 10; i < 22; i++) {
            Files.createFile(Files.createDirectory(work.resolve("p" + i)).resolve("pipeline.yaml"));
        }

        assertThat(said(work)).contains("in it: p10, p11").endsWith("p18, p19 and 2 more?");
    }

    private static String said(Path folder) {
        return Checker.check(PipelineFolder.at(folder)).problems().getFirst().message();
    }
}
