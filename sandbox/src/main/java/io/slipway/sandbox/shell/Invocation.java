package io.slipway.sandbox.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * One call of a command.
 *
 * @param words the command's name and its arguments, expanded
 * @param env the variables it sees
 */
public record Invocation(
        List<String> words, Map<String, String> env, BufferedReader in, Output out, Output err, ShellHost host) {
    public Invocation {
        words = List.copyOf(words);
        env = Map.copyOf(env);
    }

    /** The command's name as typed. */
    public String name() {
        return words.get(0);
    }

    /** The arguments without the name. */
    public List<String> args() {
        return words.subList(1, words.size());
    }

    /** All the rest of standard input. */
    public String input() {
        StringWriter all = new StringWriter();
        try {
            in.transferTo(all);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all.toString();
    }

    /** Says what went wrong, as {@code name: message}, and gives the code. */
    public int fail(int code, String message) {
        err.line(name() + ": " + message);
        return code;
    }

    /** The same call with other words. */
    public Invocation with(List<String> other) {
        return new Invocation(other, env, in, out, err, host);
    }
}
