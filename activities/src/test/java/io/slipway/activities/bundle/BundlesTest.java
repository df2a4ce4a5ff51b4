package io.slipway.activities.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.Stores;
import io.slipway.model.check.PipelineFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesTest {
    @TempDir
    Path place;

    private BlobStore blobs;
    private Bundles bundles;
    private PipelineFolder shop;

    @BeforeEach
    void aFolder() throws IOException {
        blobs = Stores.in(place.resolve("state")).blobs();
        bundles = new Bundles(blobs);
        Path folder = Files.createDirectories(place.resolve("shop/manifests/deep"))
                .resolve("../..")
                .normalize();
        Files.writeString(folder.resolve("pipeline.yaml"), "slipway: v1\n");
        Files.writeString(folder.resolve("manifests/deep/web.yaml"), "kind: Deployment\n");
        Files.writeString(folder.resolve(".env"), "TOKEN=secret\n");
        shop = PipelineFolder.at(folder);
    }

    private Path unpacked() {
        return place.resolve("unpacked");
    }

    @Test
    void aFolderComesBackWithoutItsHiddenFiles() throws IOException {
        BundleReference sent = bundles.send(shop);

        PipelineFolder opened = bundles.open(sent, unpacked()).orElseThrow();

        assertThat(sent.toString()).matches("shop@sha256:[0-9a-f]{64}");
        assertThat(BundleReference.parse(sent.toString())).contains(sent);
        assertThat(opened.name()).isEqualTo("shop");
        assertThat(opened.root().resolve("pipeline.yaml")).hasContent("slipway: v1");
        assertThat(opened.root().resolve("manifests/deep/web.yaml")).hasContent("kind: Deployment");
        assertThat(opened.root().resolve(".env")).doesNotExist();
        assertThat(bundles.send(shop)).isEqualTo(sent);
    }

    @Test
    void whatIsNotWholeIsNotThere() throws IOException {
        BundleReference sent = bundles.send(shop);
        String file = blobs.putText("kind: Deployment\n");
        blobs.remove(file, Instant.MAX);

        assertThat(bundles.open(sent, unpacked())).isEmpty();
        assertThat(bundles.open(new BundleReference("shop", "0".repeat(64)), unpacked()))
                .isEmpty();
    }

    @Test
    void noPathLeavesTheFolder() {
        String file = blobs.putText("x");
        String bundle = blobs.putText("{\"pipeline\":\"shop\",\"files\":{\"../../../owned\":\"" + file + "\"}}");

        assertThatThrownBy(() -> bundles.open(new BundleReference("shop", bundle), unpacked()))
                .hasMessage("the bundle has a path that leaves its folder: ../../../owned");
        assertThat(place.resolve("owned")).doesNotExist();
    }

    @Test
    void aBlobOfAnotherKindIsRefused() {
        String text = blobs.putText("not json");
        BundleReference other = new BundleReference("other", bundles.send(shop).hash());

        assertThatThrownBy(() -> bundles.open(new BundleReference("shop", text), unpacked()))
                .hasMessageEndingWith("is not a bundle of pipeline 'shop'");
        assertThatThrownBy(() -> bundles.open(other, unpacked()))
                .hasMessageEndingWith("is not a bundle of pipeline 'other'");
    }

    @Test
    void aFileThatIsTooLargeIsNamed() throws IOException {
        Files.write(shop.root().resolve("large.bin"), new byte[PipelineFolder.MAX_BYTES + 1]);

        assertThatThrownBy(() -> bundles.send(shop)).hasMessageContaining("large.bin is larger than");
    }

    @Test
    void aPlainNameIsNoReference() {
        assertThat(BundleReference.parse("shop")).isEmpty();
        assertThat(BundleReference.parse("../shop@sha256:" + "0".repeat(64))).isEmpty();
        assertThat(BundleReference.parse("shop@sha256:" + "0".repeat(63))).isEmpty();
    }
}
