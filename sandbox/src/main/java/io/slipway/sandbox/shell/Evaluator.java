package io.slipway.sandbox.shell;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Walks the tree. The parts of a pipeline run one after another: output is small here. */
final class Evaluator {
    private final String shell;
    private final Map<String, String> variables;
    private final ShellHost host;
    private boolean stopOnError;
    private int loops;

    Evaluator(String shell, Map<String, String> variables, ShellHost host) {
        this.shell = shell;
        this.variables = variables;
        this.host = host;
    }

    int run(Node node, Streams streams) throws InterruptedException {
        int code = switch (node) {
            case Node.Sequence sequence -> sequence(sequence, streams);
            case Node.AndOr list -> andOr(list, streams);
            case Node.Pipeline pipeline -> pipeline(pipeline, streams);
            case Node.Simple simple -> simple(simple, streams);
            case Node.Loop loop -> loop(loop, streams);
            case Node.For loop -> forLoop(loop, streams);
            case Node.If branch -> branch(branch, streams);
        };
        variables.put("?", String.valueOf(code));
        return code;
    }

    private int sequence(Node.Sequence sequence, Streams streams) throws InterruptedException {
        int code = 0;
        for (Node part : sequence.parts()) {
            code = run(part, streams);
            if (code != 0 && stopOnError && part instanceof Node.Pipeline) {
                throw new ExitSignal(code);
            }
        }
        return code;
    }

    private int andOr(Node.AndOr list, Streams streams) throws InterruptedException {
        int left = run(list.left(), streams);
        return (left == 0) == list.and() ? run(list.right(), streams) : left;
    }

    private int pipeline(Node.Pipeline pipeline, Streams streams) throws InterruptedException {
        BufferedReader in = streams.in();
        Optional<Pipe> read = Optional.empty();
        List<Thread> writers = new ArrayList<>();
        int last = pipeline.parts().size() - 1;
        for (int index = 0; index < last; index++) {
            Pipe pipe = new Pipe();
            Streams inner = streams.withIn(in).withOut(pipe);
            Node part = pipeline.parts().get(index);
            Optional<Pipe> from = read;
            writers.add(Thread.ofVirtual().start(() -> subshell(part, inner, from, pipe)));
            in = pipe.reader();
            read = Optional.of(pipe);
        }
        try {
            int code = run(pipeline.parts().get(last), streams.withIn(in));
            read.ifPresent(Pipe::close);
            for (Thread writer : writers) {
                writer.join();
            }
            return pipeline.negated() ? (code == 0 ? 1 : 0) : code;
        } finally {
            writers.forEach(Thread::interrupt);
        }
    }

    private void subshell(Node part, Streams streams, Optional<Pipe> from, Pipe pipe) {
        try {
            new Evaluator(shell, new HashMap<>(variables), host).run(part, streams);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExitSignal exit) {
            // Only this part of the pipeline ends.
            streams.out().write("");
        } finally {
            from.ifPresent(Pipe::close);
            pipe.end();
        }
    }

    private int loop(Node.Loop loop, Streams streams) throws InterruptedException {
        int code = 0;
        while ((run(loop.condition(), streams) == 0) != loop.until()) {
            OptionalInt ended = turn(loop.body(), streams);
            if (ended.isEmpty()) {
                return 0;
            }
            code = ended.getAsInt();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return code;
    }

    private int forLoop(Node.For loop, Streams streams) throws InterruptedException {
        int code = 0;
        for (String word : loop.words()) {
            for (String field : expander().fields(word)) {
                variables.put(loop.variable(), field);
                OptionalInt ended = turn(loop.body(), streams);
                if (ended.isEmpty()) {
                    return 0;
                }
                code = ended.getAsInt();
            }
        }
        return code;
    }

    /** Runs the body of a loop once; empty when the loop is left. */
    @SuppressWarnings("ThreadPriorityCheck") // the schedule decides nothing here, it only lets others run too
    private OptionalInt turn(Node body, Streams streams) throws InterruptedException {
        loops++;
        try {
            return OptionalInt.of(run(body, streams));
        } catch (LoopSignal signal) {
            return signal.goesOn() ? OptionalInt.of(0) : OptionalInt.empty();
        } finally {
            loops--;
            Thread.yield(); // else a loop that waits for nothing keeps a processor from all others
        }
    }

    /** {@code break} and {@code continue}; outside of loops they do nothing. */
    private int leave(boolean goesOn) {
        if (loops > 0) {
            throw new LoopSignal(goesOn);
        }
        return 0;
    }

    private int branch(Node.If branch, Streams streams) throws InterruptedException {
        return run(branch.condition(), streams) == 0 ? run(branch.then(), streams) : run(branch.otherwise(), streams);
    }

    private int simple(Node.Simple simple, Streams streams) throws InterruptedException {
        Redirection redirection = Redirection.open(simple.redirects(), streams, expander(), host);
        if (redirection.problem().isPresent()) {
            streams.err().line(shell + ": " + redirection.problem().get());
            return 1;
        }
        int code = assignOrCall(simple, redirection.streams());
        redirection.close(host);
        return code;
    }

    private int assignOrCall(Node.Simple simple, Streams streams) throws InterruptedException {
        Map<String, String> assigned = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (String word : simple.words()) {
            int equals = word.indexOf('=');
            if (words.isEmpty() && equals > 0 && word.substring(0, equals).matches("[A-Za-z_]\\w*")) {
                assigned.put(word.substring(0, equals), expander().value(word.substring(equals + 1)));
            } else {
                words.addAll(expander().fields(word));
            }
        }
        if (words.isEmpty()) {
            variables.putAll(assigned);
            return 0;
        }
        Map<String, String> env = new HashMap<>(variables);
        env.putAll(assigned);
        return call(new Invocation(words, env, streams.in(), streams.out(), streams.err(), host));
    }

    int call(Invocation call) throws InterruptedException {
        switch (call.name()) {
            case "exit" ->
                throw new ExitSignal(
                        call.args().isEmpty()
                                ? Integer.parseInt(variables.getOrDefault("?", "0"))
                                : number(call.args().get(0)));
            case "break", "continue" -> {
                return leave(call.name().equals("continue"));
            }
            case "export" -> {
                return export(call);
            }
            case "set" -> {
                stopOnError |= call.args().stream().anyMatch(arg -> arg.matches("-[a-z]*e[a-z]*"));
                return 0;
            }
            case "exec" -> throw new ExitSignal(call.args().isEmpty() ? 0 : call(call.with(call.args())));
            case "cd", ":", "trap", "wait" -> {
                return 0;
            }
            default -> {
                return program(call);
            }
        }
    }

    private int program(Invocation call) throws InterruptedException {
        Optional<Command> command = Builtins.find(call.name()).or(() -> host.command(call.name()));
        if (command.isPresent()) {
            return command.get().run(call);
        }
        call.err()
                .line(
                        shell.equals("bash")
                                ? "bash: line 1: " + call.name() + ": command not found"
                                : shell + ": " + call.name() + ": not found");
        return 127;
    }

    private int export(Invocation call) {
        for (String word : call.args()) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                variables.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return 0;
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 2;
    }

    private Expander expander() {
        return new Expander(variables, script -> {
            StringBuilder output = new StringBuilder();
            Streams streams = new Streams(new BufferedReader(new StringReader("")), output::append, Output.NOWHERE);
            new Evaluator(shell, new HashMap<>(variables), host).run(ScriptParser.parse(script), streams);
            return output.toString();
        });
    }
}
