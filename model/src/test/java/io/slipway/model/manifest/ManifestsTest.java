package io.slipway.model.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManifestsTest {
    private static final String TABS =
            "{\n\t\"kind\": \"ConfigMap\",\n\t\"data\": {\n\t\t\"a\": \"x\\ty \\ud83d\\ude00\"\n\t}\n}\n";

    @Test
    void jsonMayBeIndentedWithTabs() {
        Manifests.ManifestFile file = Manifests.read("a.json", TABS.getBytes(UTF_8));
        assertThat(file.problems()).isEmpty();
        assertThat(file.objects()).singleElement().satisfies(object -> {
            assertThat(object.json().at("/data/a").textValue()).isEqualTo("x\ty \ud83d\ude00");
            assertThat(object.map("data")
                            .orElseThrow()
                            .scalar("a")
                            .orElseThrow()
                            .place())
                    .hasToString("a.json:4:8");
        });
    }

    @Test
    void whatIsMergedInIsAMap() {
        String manifest = "kind: ConfigMap\ndata:\n  <<: app\n  a: b\n";
        assertThat(Manifests.read("a.yaml", manifest.getBytes(UTF_8)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place()).hasToString("a.yaml:3:7");
                    assertThat(problem.message()).isEqualTo("'<<' takes a map or a list of maps, not the text 'app'");
                });
    }

    @Test
    void yamlMayNot() {
        assertThat(Manifests.read("a.yaml", TABS.getBytes(UTF_8)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("a tab cannot indent YAML"));
    }
}
