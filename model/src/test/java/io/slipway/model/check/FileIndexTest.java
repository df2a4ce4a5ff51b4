package io.slipway.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A glob names all its files, or says which one it cannot have: what is silently left out is silently not applied. */
class FileIndexTest {
    @TempDir
    private Path folder;

    private Path shop;

    @BeforeEach
    void files() throws IOException {
        shop = Files.createDirectories(folder.resolve("shop"));
        Files.createDirectories(shop.resolve("m"));
        Files.createDirectories(folder.resolve("shared"));
        Files.writeString(shop.resolve("pipeline.yaml"), "");
        Files.writeString(shop.resolve("base.yaml"), "");
        Files.writeString(shop.resolve("m/web.yaml"), "");
        Files.writeString(folder.resolve("shared/common.yaml"), "");
    }

    private FileIndex.Found find(String written) {
        return new FileIndex(PipelineFolder.at(shop)).find(written);
    }

    @Test
    void aLinkToAFileOfTheFolderIsOneOfItsFiles() throws IOException {
        Files.createSymbolicLink(shop.resolve("m/base.yaml"), Path.of("../base.yaml"));
        assertThat(find("m/*.yaml")).isEqualTo(new FileIndex.Paths(List.of("m/base.yaml", "m/web.yaml")));
    }

    @Test
    void aLinkOutOfTheFolderIsNamedAndNotLeftOut() throws IOException {
        Files.createSymbolicLink(shop.resolve("m/common.yaml"), Path.of("../../shared/common.yaml"));
        assertThat(find("m/*.yaml"))
                .isEqualTo(new FileIndex.Missing(
                        ProblemCode.OUTSIDE_FOLDER,
                        "'m/*.yaml' would leave out 'm/common.yaml', a link that points to no file in the pipeline's"
                                + " folder: copy the file there"));
        assertThat(find("*.yaml")).as("another folder").isInstanceOf(FileIndex.Paths.class);
    }

    @Test
    void aChartIsWholeOrSaysWhatItCannotHave() throws IOException {
        Files.createDirectories(shop.resolve("chart/templates"));
        Files.writeString(shop.resolve("chart/Chart.yaml"), "");
        Files.writeString(shop.resolve("chart/.helmignore"), "");
        Files.writeString(shop.resolve("chart/.git"), "");
        assertThat(new FileIndex(PipelineFolder.at(shop)).chart("chart"))
                .isEqualTo(new FileIndex.Paths(List.of("chart/.helmignore", "chart/Chart.yaml")));

        Files.createSymbolicLink(shop.resolve("chart/templates/web.yaml"), Path.of("../../../shared/common.yaml"));
        assertThat(new FileIndex(PipelineFolder.at(shop)).chart("chart"))
                .isInstanceOfSatisfying(
                        FileIndex.Missing.class,
                        missing -> assertThat(missing.message())
                                .startsWith("'chart' would leave out 'chart/templates/web.yaml', a link"));
    }

    @Test
    void aFolderThatLiesTooDeepIsNamed() throws IOException {
        Path deep = shop.resolve("d/d/d/d/d/d/d/d/d/d/d/d/d");
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("x.yml"), "");
        Files.writeString(shop.resolve("y.yml"), "");
        assertThat(find("**.yml"))
                .isInstanceOfSatisfying(
                        FileIndex.Missing.class,
                        missing -> assertThat(missing.message())
                                .endsWith("which is nested deeper than 12 folders: move it up"));
        assertThat(find("*.yml")).isEqualTo(new FileIndex.Paths(List.of("y.yml")));
    }

    @Test
    void ofTooManyFilesNoneIsLeftOutInSilence() throws IOException {
        Path many = Files.createDirectories(shop.resolve("many"));
        for (int i = 0; i < 10_000; i++) {
            Files.createFile(many.resolve(i + ".txt"));
        }
        assertThat(find("m/*.yaml"))
                .isInstanceOfSatisfying(
                        FileIndex.Missing.class,
                        missing -> assertThat(missing.message())
                                .contains("the pipeline's folder has more than 10000 files"));
        assertThat(find("m/web.yaml")).isEqualTo(new FileIndex.Paths(List.of("m/web.yaml")));
    }

    @Test
    void aLinkedFolderIsNamedWhenItsFilesAreMeant() throws IOException {
        Files.createSymbolicLink(shop.resolve("m/more"), Path.of("../../shared"));
        assertThat(find("m/**.yaml")).isInstanceOf(FileIndex.Missing.class);
        assertThat(find("m/*/*.yaml")).isInstanceOf(FileIndex.Missing.class);
        assertThat(find("m/*.yaml")).isEqualTo(new FileIndex.Paths(List.of("m/web.yaml")));
    }
}
