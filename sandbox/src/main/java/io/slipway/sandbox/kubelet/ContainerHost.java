package io.slipway.sandbox.kubelet;

import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.shell.Command;
import io.slipway.sandbox.shell.ShellHost;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Files and programs of a container: the image's, what is mounted, and what was written since it started. */
final class ContainerHost implements ShellHost {
    private final Container container;
    private final Map<String, Command> commands;
    private final Map<String, String> imageFiles;
    private final Map<String, String> written = new ConcurrentHashMap<>();
    private final SandboxClock clock;
    private final Predicate<String> missing;

    ContainerHost(
            Container container,
            Workload workload,
            Map<String, Command> network,
            SandboxClock clock,
            Predicate<String> missing) {
        this.container = container;
        this.commands = new ConcurrentHashMap<>(network);
        this.commands.putAll(workload.commands(container));
        this.imageFiles = workload.files(container);
        this.clock = clock;
        this.missing = missing;
    }

    @Override
    public Optional<Command> command(String name) {
        return Optional.ofNullable(commands.get(name.substring(name.lastIndexOf('/') + 1)));
    }

    @Override
    public Optional<String> read(String path) {
        String text = written.get(path);
        text = text == null ? container.files().get(path) : text;
        text = text == null && !missing.test(path) ? imageFiles.get(path) : text;
        return Optional.ofNullable(text == null && path.equals("/etc/hostname") ? hostname() + "\n" : text);
    }

    @Override
    public void write(String path, String text) {
        written.put(path, text);
    }

    @Override
    public Optional<List<String>> list(String path) {
        String folder = path.endsWith("/") ? path : path + "/";
        TreeSet<String> names = new TreeSet<>();
        for (Map<String, String> files : List.of(written, container.files(), imageFiles)) {
            for (String file : files.keySet()) {
                if (file.startsWith(folder) && !missing.test(file)) {
                    names.add(file.substring(folder.length()).replaceAll("/.*", ""));
                }
            }
        }
        boolean known = !names.isEmpty() || List.of("/", "/tmp/", "/etc/").contains(folder);
        return known ? Optional.of(List.copyOf(names)) : Optional.empty();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        clock.sleep(time);
    }

    @Override
    public String hostname() {
        return container.podName();
    }
}
