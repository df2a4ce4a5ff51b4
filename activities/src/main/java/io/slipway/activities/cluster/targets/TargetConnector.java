package io.slipway.activities.cluster.targets;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.slipway.activities.cluster.keepalive.KeepAliveHttpClientFactory;
import io.slipway.activities.cluster.keepalive.Patience;
import io.slipway.activities.step.Pace;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes targets of settings and kubeconfigs. The clients are the caller's to close. */
public final class TargetConnector {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int WATCH_AGAIN_MILLIS = 200;

    /** Who asks, in the API server's audit log, and who wrote what is not applied, such as the inventory, in its {@code managedFields}. */
    private static final String USER_AGENT = "slipway/"
            + Objects.requireNonNullElse(TargetConnector.class.getPackage().getImplementationVersion(), "dev");

    private TargetConnector() {}

    /**
     * Connects to a real cluster.
     *
     * @throws StepFailure when the kubeconfig cannot be read or has no such context
     */
    public static Target connect(TargetSettings settings) {
        Config config = ChosenContext.held(config(settings), settings.context());
        settings.impersonate().ifPresent(config::setImpersonateUsername);
        if (!settings.impersonateGroups().isEmpty()) {
            config.setImpersonateGroups(settings.impersonateGroups().toArray(String[]::new));
        }
        KubernetesClient client = client(config);
        String namespace =
                settings.namespace().orElseGet(() -> config.getNamespace() == null ? "default" : config.getNamespace());
        return new Target(settings.name(), namespace, client, Pace.REAL, false, settings.inside(), settings.ingress());
    }

    /** A client for a kubeconfig's text, as the sandbox gives one. */
    public static KubernetesClient client(String kubeconfig) {
        return client(Config.fromKubeconfig(kubeconfig));
    }

    /**
     * The names of the contexts of a kubeconfig, in its order.
     *
     * @param kubeconfig the file; empty for the usual places
     */
    public static List<String> contexts(Optional<Path> kubeconfig) {
        return ChosenContext.names(read(kubeconfig));
    }

    /**
     * Where each context of a kubeconfig leads, in words: two that say the same are one place.
     *
     * @param kubeconfig the file; empty for the usual places
     */
    public static Map<String, String> places(Optional<Path> kubeconfig) {
        return ChosenContext.places(read(kubeconfig));
    }

    /**
     * The name of the current context of a kubeconfig; empty when none is, as in a pod.
     *
     * @param kubeconfig the file; empty for the usual places
     */
    public static Optional<String> currentContext(Optional<Path> kubeconfig) {
        return kubeconfig.isPresent() && !Files.isReadable(kubeconfig.get())
                ? Optional.empty()
                : ChosenContext.current(read(kubeconfig));
    }

    private static Config read(Optional<Path> kubeconfig) {
        return kubeconfig
                .map(file -> read(file, () -> Config.fromKubeconfig(file.toFile())))
                .orElseGet(() -> Config.autoConfigure(null));
    }

    /** The client's library throws whatever its parser does when a file is none of its kind. */
    private static Config read(Path file, Supplier<Config> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw StepFailure.permanent(
                    file + " is not a kubeconfig",
                    String.valueOf(e.getMessage())
                            .lines()
                            .map(String::strip)
                            .limit(2)
                            .collect(Collectors.joining(" ")),
                    "correct the file, or name another with --kubeconfig");
        }
    }

    private static KubernetesClient client(Config config) {
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setWatchReconnectInterval(WATCH_AGAIN_MILLIS);
        // As client-go does: over the connection that is there. API servers end those over WebSockets sooner
        // (docs/bench.md).
        config.setOnlyHttpWatches(true);
        config.setUserAgent(USER_AGENT);
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new KeepAliveHttpClientFactory(Patience.USUAL))
                .build();
    }

    private static Config config(TargetSettings settings) {
        if (settings.kubeconfig().isEmpty()) {
            return Config.autoConfigure(settings.context().orElse(null));
        }
        Path file = settings.kubeconfig().get();
        if (!Files.isReadable(file)) {
            throw StepFailure.permanent(
                    "target '" + settings.name() + "' has no readable kubeconfig",
                    file + " does not exist or is not readable",
                    "correct the path, or set it with --kubeconfig");
        }
        return read(
                file,
                () -> settings.context().isPresent()
                        ? Config.fromKubeconfig(settings.context().get(), file.toFile())
                        : Config.fromKubeconfig(file.toFile()));
    }
}
