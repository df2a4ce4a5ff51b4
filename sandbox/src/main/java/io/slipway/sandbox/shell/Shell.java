package io.slipway.sandbox.shell;

import java.io.BufferedReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs scripts against a {@link ShellHost}. One instance is one shell process: it keeps variables between scripts. */
public final class Shell {
    private final Map<String, String> variables;
    private final ShellHost host;
    private final String name;

    /** @param name {@code sh} or {@code bash}; it decides how an unknown command is reported */
    public Shell(String name, Map<String, String> environment, ShellHost host) {
        this.name = name;
        this.variables = new HashMap<>(environment);
        this.host = host;
    }

    /** The arguments of the script, without its name: {@code $1} and so on. */
    void arguments(List<String> arguments) {
        variables.put("#", String.valueOf(arguments.size()));
        variables.put("@", String.join(" ", arguments));
        for (int number = 1; number <= arguments.size(); number++) {
            variables.put(String.valueOf(number), arguments.get(number - 1));
        }
    }

    /** Runs a script to its end and gives the exit code; a syntax error is 2, as with sh. */
    public int run(String script, BufferedReader in, Output out, Output err) throws InterruptedException {
        try {
            return new Evaluator(name, variables, host).run(ScriptParser.parse(script), new Streams(in, out, err));
        } catch (ShellSyntaxException mistake) {
            err.line(name + ": " + mistake.getMessage());
            return 2;
        } catch (ExitSignal exit) {
            return exit.code();
        }
    }

    /** True when the shell has no command of this name by itself. */
    public static boolean lacks(String name) {
        return Builtins.find(name).isEmpty();
    }

    /** Runs one command given as words, as {@code exec} does: no expansion takes place. */
    public int exec(Invocation call) throws InterruptedException {
        try {
            return new Evaluator(name, variables, host).call(call);
        } catch (ExitSignal exit) {
            return exit.code();
        }
    }
}
