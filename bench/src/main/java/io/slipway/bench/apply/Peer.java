package io.slipway.bench.apply;

import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Program;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that Slipway is measured against, as its users start it.
 *
 * @param program the program
 * @param arguments its arguments, to which the namespace is added
 */
record Peer(Program program, List<String> arguments) implements Tool {
    Peer {
        arguments = List.copyOf(arguments);
    }

    static Tool kapp(Lab lab, ObjectFiles files) {
        return peer(lab, "kapp", "deploy", "-a", "objects", "-f", files.plain().toString(), "--yes", "-n");
    }

    static Tool helm(Lab lab, ObjectFiles files) {
        return peer(
                lab, "helm", "upgrade", "--install", "objects", files.chart().toString(), "-n");
    }

    static Tool kubectl(Lab lab, ObjectFiles files) {
        return peer(lab, "kubectl", "apply", "-f", files.plain().toString(), "-n");
    }

    private static Tool peer(Lab lab, String name, String... arguments) {
        return new Peer(Program.of(lab, name), List.of(arguments));
    }

    @Override
    public String name() {
        return program.file().getFileName().toString();
    }

    @Override
    public double apply(String namespace) throws IOException, InterruptedException {
        return program.seconds(
                Stream.concat(arguments.stream(), Stream.of(namespace)).toArray(String[]::new));
    }
}
