package io.slipway.sandbox.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** env, sleep, true, false, test, sh, hostname, which, seq. */
final class ProcessCommands {
    private static final Duration LONG = Duration.ofHours(1);

    private ProcessCommands() {}

    static void addTo(Map<String, Command> all) {
        all.put("true", call -> 0);
        all.put("false", call -> 1);
        all.put("env", ProcessCommands::env);
        all.put("printenv", ProcessCommands::printenv);
        all.put("sleep", ProcessCommands::sleep);
        all.put("test", call -> Test.evaluate(call.args(), call));
        all.put(
                "[",
                call -> Test.evaluate(
                        call.args().subList(0, Math.max(0, call.args().size() - 1)), call));
        all.put("sh", ProcessCommands::shell);
        all.put("bash", ProcessCommands::shell);
        all.put("hostname", call -> say(call, call.host().hostname()));
        all.put("pwd", call -> say(call, "/"));
        all.put("which", ProcessCommands::which);
        all.put("command", ProcessCommands::which);
        all.put("tini", ProcessCommands::tini);
        all.put("date", call -> say(call, Instant.now().toString()));
        all.put("whoami", call -> say(call, "default"));
        all.put("id", call -> say(call, "uid=1000 gid=0(root) groups=0(root)"));
        all.put("seq", ProcessCommands::seq);
    }

    private static int say(Invocation call, String text) {
        call.out().line(text);
        return 0;
    }

    private static int env(Invocation call) throws InterruptedException {
        if (!call.args().isEmpty()) {
            return new Shell("env", call.env(), call.host()).exec(call.with(call.args()));
        }
        call.env().entrySet().stream()
                .filter(entry -> entry.getKey().matches("[A-Za-z_]\\w*"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> call.out().line(entry.getKey() + "=" + entry.getValue()));
        return 0;
    }

    private static int printenv(Invocation call) throws InterruptedException {
        if (call.args().isEmpty()) {
            return env(call);
        }
        String value = call.env().get(call.args().get(0));
        return value == null ? 1 : say(call, value);
    }

    private static int sleep(Invocation call) throws InterruptedException {
        String time = call.args().isEmpty() ? "" : call.args().get(0);
        if (time.equals("infinity") || time.equals("inf")) {
            return sleepForEver(call);
        }
        if (!time.matches("\\d{1,9}(\\.\\d{1,3})?[smhd]?")) {
            return call.fail(1, "invalid time interval '" + time + "'");
        }
        char unit = time.charAt(time.length() - 1);
        double amount = Double.parseDouble(Character.isDigit(unit) ? time : time.substring(0, time.length() - 1));
        int factor = unit == 'm' ? 60 : unit == 'h' ? 3600 : unit == 'd' ? 86400 : 1;
        call.host().sleep(Duration.ofMillis((long) (amount * factor * 1000)));
        return 0;
    }

    /** Until the container is stopped: the host's sleep is then interrupted. */
    static int sleepForEver(Invocation call) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            call.host().sleep(LONG);
        }
        throw new InterruptedException();
    }

    private static int shell(Invocation call) throws InterruptedException {
        String name = call.name().substring(call.name().lastIndexOf('/') + 1);
        Shell shell = new Shell(name, call.env(), call.host());
        List<String> args = call.args();
        for (int index = 0; index < args.size(); index++) {
            if (args.get(index).matches("-[a-z]*c")) {
                String script = index + 1 < args.size() ? args.get(index + 1) : "";
                shell.arguments(args.stream().skip(index + 3L).toList());
                String stop = args.get(index).contains("e") ? "set -e\n" : "";
                return shell.run(stop + script, call.in(), call.out(), call.err());
            }
            if (!args.get(index).startsWith("-")) {
                String path = args.get(index);
                String script = call.host().read(path).orElse(null);
                return script == null
                        ? call.fail(127, path + ": No such file or directory")
                        : shell.run(script, call.in(), call.out(), call.err());
            }
        }
        return interactive(shell, call);
    }

    private static int interactive(Shell shell, Invocation call) throws InterruptedException {
        int code = 0;
        try {
            for (String line = call.in().readLine();
                    line != null;
                    line = call.in().readLine()) {
                if (line.trim().matches("exit( \\d+)?")) {
                    return line.trim().length() > 4
                            ? Integer.parseInt(line.trim().substring(5))
                            : code;
                }
                code = shell.run(line, call.in(), call.out(), call.err());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return code;
    }

    /** The little init of container images: runs what stands behind its options. */
    private static int tini(Invocation call) throws InterruptedException {
        List<String> args = call.args();
        int first = 0;
        while (first < args.size() && args.get(first).startsWith("-")) {
            first++;
        }
        return first == args.size()
                ? 1
                : new Shell("sh", call.env(), call.host()).exec(call.with(args.subList(first, args.size())));
    }

    private static int which(Invocation call) {
        String wanted = call.args().isEmpty() ? "" : call.args().get(call.args().size() - 1);
        boolean there =
                Builtins.find(wanted).isPresent() || call.host().command(wanted).isPresent();
        return there ? say(call, wanted.startsWith("/") ? wanted : "/usr/bin/" + wanted) : 1;
    }

    private static int seq(Invocation call) {
        List<String> args = call.args();
        if (args.isEmpty() || !args.stream().allMatch(arg -> arg.matches("\\d{1,6}"))) {
            return call.fail(1, "missing or invalid operand");
        }
        int from = args.size() == 1 ? 1 : Integer.parseInt(args.get(0));
        int to = Integer.parseInt(args.get(args.size() - 1));
        for (int number = from; number <= to; number++) {
            call.out().line(String.valueOf(number));
        }
        return 0;
    }
}
