package io.slipway.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedExtension;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.slipway.activities.step.Pace;
import io.slipway.activities.step.Target;
import io.slipway.model.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a worker must know of a sandbox that another process serves, beside its address: that it is one, how fast its
 * time runs, and the way to its routes. It stands in the kubeconfig as an extension of the cluster.
 *
 * @param pace how many times faster than the wall clock its time runs
 * @param router port of its router for HTTPS, on loopback
 * @param plainRouter port of its router for HTTP, on loopback
 * @param authority certificate of the authority that the router's certificates are of, PEM
 */
record ServedSandbox(double pace, int router, int plainRouter, String authority) {
    private static final String EXTENSION = "slipway.io/sandbox";

    /** The kubeconfig with this in it. */
    String in(String kubeconfig) {
        Config config = Serialization.unmarshal(kubeconfig, Config.class);
        Map<String, Object> content =
                Map.of("pace", pace, "router", router, "plainRouter", plainRouter, "authority", authority);
        config.getClusters()
                .forEach(
                        cluster -> cluster.getCluster().setExtensions(List.of(new NamedExtension(content, EXTENSION))));
        return Serialization.asYaml(config);
    }

    /** The sandbox of that context, if it is one. */
    static Optional<ServedSandbox> of(Optional<Path> kubeconfig, Optional<String> context) {
        Path file = kubeconfig.orElseGet(ServedSandbox::usualFile);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            if (!text.contains(EXTENSION)) {
                return Optional.empty();
            }
            Config config = Serialization.unmarshal(text, Config.class);
            String wanted = context.orElse(
                    Optional.ofNullable(config.getCurrentContext()).orElse(""));
            return config.getContexts().stream()
                    .filter(each -> each.getName().equals(wanted))
                    .map(each -> each.getContext())
                    .flatMap(each -> extensions(config, each))
                    .filter(extension -> EXTENSION.equals(extension.getName()))
                    .map(extension -> Json.mapper().<JsonNode>valueToTree(extension.getExtension()))
                    .map(tree -> Json.mapper().convertValue(tree, ServedSandbox.class))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Path usualFile() {
        String named = System.getenv("KUBECONFIG");
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".kube", "config")
                : Path.of(named.split(File.pathSeparator, -1)[0]);
    }

    private static Stream<NamedExtension> extensions(Config config, Context context) {
        return config.getClusters().stream()
                .filter(cluster -> cluster.getName().equals(context.getCluster()))
                .map(NamedCluster::getCluster)
                .flatMap(cluster -> cluster.getExtensions().stream());
    }

    /** That target, as the sandbox it is. */
    Target as(Target target) {
        return new Target(
                "sandbox",
                target.namespace(),
                target.client(),
                new Pace(pace),
                true,
                false,
                Optional.of(new Target.Ingress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), router),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), plainRouter),
                        Optional.of(SandboxTrust.of(authority)))));
    }
}
