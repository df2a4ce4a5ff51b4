package io.slipway.sandbox.s3;

import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.shell.Invocation;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** MinIO's client: alias, ls, mb, rb, cat, pipe, cp, stat, rm, ready. */
final class Mc {
    private static final String ALIASES = "/tmp/.mc/";

    private final Services services;
    private final Container container;
    private final Buckets buckets;

    Mc(Services services, Container container) {
        this.services = services;
        this.container = container;
        this.buckets = new Buckets(services.store(), container.namespace());
    }

    int run(Invocation call) {
        List<String> flags =
                call.args().stream().filter(arg -> arg.startsWith("-")).toList();
        List<String> words = new ArrayList<>(call.args());
        words.removeAll(flags);
        if (words.isEmpty()) {
            return call.fail(1, "<ERROR> no command given");
        }
        if (words.get(0).equals("alias")) {
            return alias(call, words);
        }
        if (words.size() < 2) {
            return error(call, "Incorrect number of arguments for " + words.get(0) + " command.");
        }
        McPath path = McPath.of(words.get(words.size() - 1));
        Optional<String> problem = problem(call, path);
        if (problem.isPresent()) {
            return error(call, problem.get());
        }
        return command(call, words, flags, path);
    }

    private static int error(Invocation call, String message) {
        call.err().line("mc: <ERROR> " + message);
        return 1;
    }

    private int alias(Invocation call, List<String> words) {
        if (words.size() < 6 || !words.get(1).equals("set")) {
            return words.size() > 1 && words.get(1).equals("list")
                    ? 0
                    : error(call, "Incorrect number of arguments for alias set command.");
        }
        String user = container.env().getOrDefault("MINIO_ROOT_USER", "minioadmin");
        String password = container.env().getOrDefault("MINIO_ROOT_PASSWORD", "minioadmin");
        URI url = URI.create(words.get(3));
        boolean up =
                services.network().dial(container.origin(), url.getHost(), url.getPort()) instanceof Dial.Connected;
        if (!up) {
            return error(
                    call,
                    "Unable to initialize new alias from the provided credentials. Get \"" + words.get(3)
                            + "/\": dial tcp: connect: connection refused.");
        }
        boolean denied = services.struck(FaultKind.S3_ACCESS_DENIED, container, "request");
        if (denied || !words.get(4).equals(user) || !words.get(5).equals(password)) {
            return error(
                    call,
                    "Unable to initialize new alias from the provided credentials. The Access Key Id you provided does not exist in our records.");
        }
        call.host().write(ALIASES + words.get(2), words.get(3));
        call.out().line("Added `" + words.get(2) + "` successfully.");
        return 0;
    }

    private Optional<String> problem(Invocation call, McPath path) {
        if (call.host().read(ALIASES + path.alias()).isEmpty()) {
            return Optional.of("Unable to use `" + path.alias() + "`. The specified alias was not found.");
        }
        if (services.struck(FaultKind.S3_ACCESS_DENIED, container, "request")) {
            return Optional.of("Access Denied.");
        }
        return Optional.empty();
    }

    private int command(Invocation call, List<String> words, List<String> flags, McPath path) {
        String name = words.get(0);
        if (name.equals("mb")) {
            return make(call, flags, path);
        }
        if (name.equals("ready")) {
            call.out().line("The cluster '" + path.alias() + "' is ready");
            return 0;
        }
        boolean hidden = services.struck(FaultKind.BUCKET_MISSING, container, path.bucket());
        if (!path.bucket().isEmpty() && (hidden || !buckets.exists(path.bucket()))) {
            return error(call, "Unable to " + verb(name) + ". Bucket `" + path.bucket() + "` does not exist.");
        }
        return switch (name) {
            case "ls" -> ls(call, flags, path);
            case "pipe" -> {
                buckets.put(path.bucket(), path.key(), call.input());
                yield 0;
            }
            case "cp" -> copy(call, words, path);
            case "cat" -> cat(call, path);
            case "stat" -> stat(call, path);
            case "rm" -> remove(call, flags, path);
            case "rb" -> buckets.drop(path.bucket()) ? 0 : error(call, "`" + path.bucket() + "` is not empty.");
            default -> error(call, "`" + name + "` is not a recognized command. Get help using `--help` flag.");
        };
    }

    private static String verb(String name) {
        return name.equals("ls") ? "list folder" : name.equals("stat") ? "stat" : "read";
    }

    private int make(Invocation call, List<String> flags, McPath path) {
        if (!buckets.make(path.bucket()) && !flags.contains("--ignore-existing") && !flags.contains("-p")) {
            return error(
                    call,
                    "Unable to make bucket `" + path
                            + "`. Your previous request to create the named bucket succeeded and you already own it.");
        }
        call.out().line("Bucket created successfully `" + path + "`.");
        return 0;
    }

    private int ls(Invocation call, List<String> flags, McPath path) {
        if (path.bucket().isEmpty()) {
            buckets.names().forEach(name -> call.out().line("[2026-01-01 00:00:00 UTC]     0B " + name + "/"));
            return 0;
        }
        boolean recursive = flags.contains("-r") || flags.contains("--recursive");
        String prefix = path.key();
        TreeSet<String> folders = new TreeSet<>();
        for (Buckets.Entry entry : buckets.list(path.bucket(), prefix)) {
            String rest = entry.key().substring(prefix.lastIndexOf('/') + 1);
            int slash = rest.indexOf('/');
            if (recursive || slash < 0) {
                call.out()
                        .line("["
                                + entry.modified().toString().replace('T', ' ').substring(0, 19) + " UTC] "
                                + entry.size() + "B STANDARD " + rest);
            } else if (folders.add(rest.substring(0, slash + 1))) {
                call.out()
                        .line("["
                                + entry.modified().toString().replace('T', ' ').substring(0, 19) + " UTC]     0B "
                                + rest.substring(0, slash + 1));
            }
        }
        return 0;
    }

    private int copy(Invocation call, List<String> words, McPath path) {
        String source = words.get(1);
        Optional<String> text = call.host().read(source);
        if (text.isEmpty()) {
            return error(call, "Unable to validate source `" + source + "`.");
        }
        String name = source.substring(source.lastIndexOf('/') + 1);
        String key = path.key().isEmpty() || path.key().endsWith("/") ? path.key() + name : path.key();
        buckets.put(path.bucket(), key, text.get());
        return 0;
    }

    private int cat(Invocation call, McPath path) {
        Optional<byte[]> content = buckets.get(path.bucket(), path.key());
        content.ifPresent(bytes -> call.out().write(new String(bytes, StandardCharsets.UTF_8)));
        return content.isPresent() ? 0 : error(call, "Unable to read from `" + path + "`. Object does not exist.");
    }

    private int stat(Invocation call, McPath path) {
        boolean there =
                path.key().isEmpty() || !buckets.list(path.bucket(), path.key()).isEmpty();
        if (there) {
            call.out().line("Name      : " + path.bucket() + "/" + path.key());
        }
        return there ? 0 : error(call, "Unable to stat `" + path + "`. Object does not exist.");
    }

    private int remove(Invocation call, List<String> flags, McPath path) {
        boolean recursive = flags.contains("--recursive") || flags.contains("-r");
        List<Buckets.Entry> found = buckets.list(path.bucket(), path.key());
        for (Buckets.Entry entry : found) {
            if (recursive || entry.key().equals(path.key())) {
                buckets.delete(path.bucket(), entry.key());
                call.out().line("Removed `" + path.alias() + "/" + path.bucket() + "/" + entry.key() + "`.");
            }
        }
        return 0;
    }
}
