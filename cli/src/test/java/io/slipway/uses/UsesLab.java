package io.slipway.uses;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.slipway.cli.CommandLineTest;
import io.slipway.cli.CommandLineTest.Ran;
import io.slipway.cli.ServerLab;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server whose worker has the pipelines {@code shop} and {@code greet}, and the rollouts that the rows begin. */
final class UsesLab implements AutoCloseable {
    private final Path folder;
    private final ServerLab lab;

    UsesLab(Path folder) throws IOException {
        this.folder = folder;
        for (String file :
                List.of("shop/pipeline.yaml", "shop/config.yaml", "greet/pipeline.yaml", "greet/config.yaml")) {
            Files.createDirectories(folder.resolve(file).getParent());
            try (InputStream text = UsesLab.class.getResourceAsStream(file)) {
                Files.copy(text, folder.resolve(file));
            }
        }
        this.lab = new ServerLab(folder, List.of(folder));
    }

    /** Does what the row says and gives what was printed, with words in place of what differs from time to time. */
    Seen see(Use use) throws IOException {
        before(use);
        List<String> before = lab.home().journals().rollouts();
        Seen seen = use.typed().isEmpty() ? typedAsCommand(use) : typed(use);
        if (!use.keep().isEmpty()) {
            lab.keep(use.keep(), begun(before));
        }
        return new Seen(
                seen.code(), emptied(String.join("\n", seen.printed())).lines().toList());
    }

    /** The rollout that there was not before; one that a schedule starts comes a moment later. */
    private String begun(List<String> before) {
        Optional<String> begun = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> lab.home().journals().rollouts().stream()
                                .filter(rollout -> !before.contains(rollout))
                                .findFirst(),
                        Optional::isPresent);
        return lab.home().rollout(begun.orElseThrow());
    }

    private void before(Use use) throws IOException {
        if (use.edit().isObject()) {
            Path file = folder.resolve(use.edit().path("file").asText());
            String text = Files.readString(file);
            Files.writeString(
                    file,
                    text.replace(
                            use.edit().path("from").asText(),
                            use.edit().path("to").asText()));
        }
        if (use.moved().isObject()) {
            moved(
                    use.moved().path("name").asText(),
                    use.moved().path("greeting").asText());
        }
    }

    /** As somebody with kubectl would, whose writes bear another name than ours. */
    private void moved(String name, String greeting) {
        Config config = new ConfigBuilder(lab.cluster().target().client().getConfiguration())
                .withUserAgent("kubectl-edit/1")
                .build();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            moved(client, name, greeting);
        }
    }

    private static void moved(KubernetesClient client, String name, String greeting) {
        Resource<ConfigMap> there = client.configMaps().inNamespace("default").withName(name);
        if (there.get() == null) {
            client.resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .withNamespace("default")
                            .endMetadata()
                            .addToData("greeting", greeting)
                            .build())
                    .create();
        } else {
            there.edit(object ->
                    new ConfigMapBuilder(object).addToData("greeting", greeting).build());
        }
    }

    private Seen typedAsCommand(Use use) {
        List<String> words = use.command().stream().map(lab::filled).toList();
        Ran ran = use.here() ? CommandLineTest.ran(folder, words.toArray(String[]::new)) : lab.ran(folder, words);
        return new Seen(ran.code(), ran.printed().lines().toList());
    }

    private Seen typed(Use use) {
        RolloutHandle.End end = lab.typed(use.typed());
        return new Seen(end.succeeded() ? 0 : 1, end.message().lines().toList());
    }

    private String emptied(String text) {
        return lab.emptied(text)
                .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:]{5}", "TIME")
                .replaceAll("(shop|greet)(-revalidate)?-20[0-9]{6}-[0-9]{6}-[0-9a-f]{3}", "$1$2-ID")
                .replaceAll("(?m)^[0-9]{2}:[0-9]{2}:[0-9]{2} ", "")
                .replaceAll("plan [0-9a-f]{12}([0-9a-f]{52})?", "plan HASH")
                .replaceAll(" in [0-9.]+ s", "")
                // a real server lists a rollout before it knows its target
                .replaceAll("(?m)^([A-Z]+ +[a-z]+ ) *(sandbox *)?TIME *$", "$1 TIME");
    }

    @Override
    public void close() throws IOException {
        lab.close();
    }
}
