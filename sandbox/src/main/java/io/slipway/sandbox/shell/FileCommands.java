package io.slipway.sandbox.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** cat, ls, head, tail, touch, mkdir, rm. */
final class FileCommands {
    private FileCommands() {}

    static void addTo(Map<String, Command> all) {
        all.put("cat", FileCommands::cat);
        all.put("ls", FileCommands::ls);
        all.put("head", call -> part(call, true));
        all.put("tail", call -> part(call, false));
        all.put("mkdir", call -> 0);
        all.put("chmod", call -> 0);
        all.put("rm", FileCommands::rm);
        all.put("touch", FileCommands::touch);
    }

    private static List<String> operands(Invocation call) {
        return call.args().stream().filter(arg -> !arg.startsWith("-")).toList();
    }

    private static int cat(Invocation call) {
        if (operands(call).isEmpty()) {
            call.out().write(call.input());
            return 0;
        }
        int code = 0;
        for (String path : operands(call)) {
            Optional<String> text = call.host().read(path);
            text.ifPresent(call.out()::write);
            if (text.isEmpty()) {
                code = call.fail(1, path + ": No such file or directory");
            }
        }
        return code;
    }

    private static int ls(Invocation call) {
        int code = 0;
        List<String> paths = operands(call).isEmpty() ? List.of("/") : operands(call);
        for (String path : paths) {
            Optional<List<String>> names = call.host().list(path);
            if (names.isPresent()) {
                names.get().forEach(call.out()::line);
            } else if (call.host().read(path).isPresent()) {
                call.out().line(path);
            } else {
                code = call.fail(2, "cannot access '" + path + "': No such file or directory");
            }
        }
        return code;
    }

    private static int part(Invocation call, boolean first) throws InterruptedException {
        if (!first && call.args().stream().anyMatch(arg -> arg.equals("-f") || arg.equals("-F"))) {
            return ProcessCommands.sleepForEver(call);
        }
        if (first && call.args().size() == 2 && call.args().getFirst().equals("-c")) {
            return bytes(call, number(call.args().getLast(), 0));
        }
        int count = 10;
        String file = null;
        for (int index = 0; index < call.args().size(); index++) {
            String arg = call.args().get(index);
            if (arg.equals("-n") && index + 1 < call.args().size()) {
                count = number(call.args().get(++index), count);
            } else if (arg.startsWith("-")) {
                count = number(arg.replaceFirst("^-n?", ""), count);
            } else {
                file = arg;
            }
        }
        if (first && file == null) {
            return lines(call, count);
        }
        String text = file == null ? call.input() : call.host().read(file).orElse(null);
        if (text == null) {
            return call.fail(1, "cannot open '" + file + "' for reading: No such file or directory");
        }
        List<String> lines = text.lines().toList();
        int size = Math.min(count, lines.size());
        (first ? lines.subList(0, size) : lines.subList(lines.size() - size, lines.size())).forEach(call.out()::line);
        return 0;
    }

    /** As many lines of standard input: it need not have ended. */
    private static int lines(Invocation call, int count) {
        try {
            String line = "";
            for (int left = count; left > 0 && line != null; left--) {
                line = call.in().readLine();
                if (line != null) {
                    call.out().line(line);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return 0;
    }

    /** As many bytes of standard input: it need not have ended. */
    private static int bytes(Invocation call, int count) {
        StringBuilder text = new StringBuilder();
        try {
            int left = count;
            while (left > 0) {
                int next = call.in().read();
                if (next < 0) {
                    break;
                }
                text.append((char) next);
                // Half of a pair counts for half of its four bytes.
                left -= Character.isSurrogate((char) next) ? 2 : next < 0x80 ? 1 : next < 0x800 ? 2 : 3;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        call.out().write(text.toString());
        return 0;
    }

    private static int number(String text, int fallback) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : fallback;
    }

    private static int rm(Invocation call) {
        boolean force = call.args().stream().anyMatch(arg -> arg.startsWith("-") && arg.contains("f"));
        for (String path : operands(call)) {
            if (call.host().read(path).isEmpty() && !force) {
                return call.fail(1, "cannot remove '" + path + "': No such file or directory");
            }
        }
        return 0;
    }

    private static int touch(Invocation call) {
        for (String path : operands(call)) {
            call.host().write(path, call.host().read(path).orElse(""));
        }
        return 0;
    }
}
