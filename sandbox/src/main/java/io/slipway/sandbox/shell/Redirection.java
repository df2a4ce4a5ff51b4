package io.slipway.sandbox.shell;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** The streams of a command after its redirections; files are written when it ends. */
final class Redirection {
    private Streams streams;
    private String problem;
    private String file;
    private boolean append;
    private final StringBuilder written = new StringBuilder();

    private Redirection(Streams streams) {
        this.streams = streams;
    }

    static Redirection open(List<Node.Redirect> redirects, Streams streams, Expander expander, ShellHost host)
            throws InterruptedException {
        Redirection redirection = new Redirection(streams);
        for (Node.Redirect redirect : redirects) {
            redirection.apply(redirect, expander, host);
        }
        return redirection;
    }

    private void apply(Node.Redirect redirect, Expander expander, ShellHost host) throws InterruptedException {
        switch (redirect.operator()) {
            case "2>&1" -> streams = streams.withErr(streams.out());
            case "1>&2", ">&2" -> streams = streams.withOut(streams.err());
            case "2>", "2>>" -> streams = streams.withErr(sink(expander.single(redirect.target()), true));
            case "&>" -> {
                Output sink = sink(expander.single(redirect.target()), false);
                streams = streams.withOut(sink).withErr(sink);
            }
            case "<" -> input(expander.single(redirect.target()), host);
            case "<<<" -> streams = streams.withIn(reader(expander.value(redirect.target()) + "\n"));
            default ->
                streams = streams.withOut(sink(
                        expander.single(redirect.target()), redirect.operator().equals(">>")));
        }
    }

    private Output sink(String target, boolean appending) {
        switch (target) {
            case "/dev/null" -> {
                return Output.NOWHERE;
            }
            case "/dev/stdout", "/dev/stderr" -> {
                return streams.out();
            }
            default -> {
                file = target;
                append = appending;
                return written::append;
            }
        }
    }

    private void input(String path, ShellHost host) {
        Optional<String> text = path.equals("/dev/null") ? Optional.of("") : host.read(path);
        if (text.isEmpty()) {
            problem = "cannot open " + path + ": No such file";
            return;
        }
        streams = streams.withIn(reader(text.get()));
    }

    private static BufferedReader reader(String text) {
        return new BufferedReader(new StringReader(text));
    }

    Streams streams() {
        return streams;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    void close(ShellHost host) {
        if (file != null) {
            host.write(file, (append ? host.read(file).orElse("") : "") + written);
        }
    }
}
