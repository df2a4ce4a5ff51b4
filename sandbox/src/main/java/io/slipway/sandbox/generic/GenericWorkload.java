package io.slipway.sandbox.generic;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.shell.Invocation;
import io.slipway.sandbox.shell.Shell;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.LineBuffer;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Workload;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the command line when it is one the shell knows; otherwise it is taken for a server that runs for ever. */
public final class GenericWorkload implements Workload {
    private static final Set<String> FINITE = Set.of(
            "sh", "bash", "sleep", "echo", "true", "false", "env", "date", "cat", "ls", "tail", "printf", "test", "seq",
            "curl", "nc", "exit", "tini");

    @Override
    public boolean runs(Container container) {
        return true;
    }

    @Override
    public int run(Process process) throws InterruptedException {
        List<String> words = process.container().commandLine();
        String program =
                words.isEmpty() ? "" : words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        if (FINITE.contains(program) || process.host().command(program).isPresent()) {
            return script(process, words);
        }
        process.log("Simulated container of image " + process.container().image() + " started");
        process.runForEver();
        return 0;
    }

    /** Runs a command line in the shell; its output is the container's log. */
    public static int script(Process process, List<String> words) throws InterruptedException {
        LineBuffer log = new LineBuffer(process::log);
        Invocation call = new Invocation(
                words, process.container().env(), new BufferedReader(new StringReader("")), log, log, process.host());
        try {
            return new Shell("sh", process.container().env(), process.host()).exec(call);
        } finally {
            log.flush();
        }
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        for (JsonNode declared : container.spec().path("ports")) {
            if (declared.path("containerPort").asInt() == port) {
                return Optional.of(request -> SimResponse.plain(200, "ok\n"));
            }
        }
        return Optional.empty();
    }
}
