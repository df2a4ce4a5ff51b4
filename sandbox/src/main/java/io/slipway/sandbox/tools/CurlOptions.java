package io.slipway.sandbox.tools;

import io.slipway.sandbox.shell.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** The command line of curl. */
final class CurlOptions {
    private String url = "";
    private String method = "";
    private String output = "";
    private String writeOut = "";
    private String problem;
    private boolean silent;
    private boolean showError;
    private boolean failOnError;
    private boolean verbose;
    private boolean head;
    private byte[] body = new byte[0];
    private final Map<String, String> headers = new TreeMap<>();

    private CurlOptions() {}

    static CurlOptions read(Invocation call) {
        CurlOptions options = new CurlOptions();
        Iterator<String> args = call.args().iterator();
        while (args.hasNext()) {
            options.take(args.next(), args);
        }
        if (options.url.isEmpty() && options.problem == null) {
            options.problem = "(2) no URL specified";
        }
        return options;
    }

    private void take(String arg, Iterator<String> rest) {
        if (arg.startsWith("--")) {
            longOption(arg.substring(2), rest);
        } else if (arg.startsWith("-") && arg.length() > 1) {
            shortOptions(arg.substring(1), rest);
        } else {
            url = arg;
        }
    }

    private void shortOptions(String letters, Iterator<String> rest) {
        for (int index = 0; index < letters.length(); index++) {
            char letter = letters.charAt(index);
            if ("oXwHdumT".indexOf(letter) >= 0) {
                String value = index + 1 < letters.length() ? letters.substring(index + 1) : next(rest);
                valued(letter, value);
                return;
            }
            flag(letter);
        }
    }

    private void flag(char letter) {
        switch (letter) {
            case 's' -> silent = true;
            case 'S' -> showError = true;
            case 'f' -> failOnError = true;
            case 'v' -> verbose = true;
            case 'I' -> head = true;
            case 'k', 'L', 'i', 'g', 'N' -> {}
            default -> problem = "option -" + letter + ": is unknown";
        }
    }

    private void valued(char letter, String value) {
        switch (letter) {
            case 'o' -> output = value;
            case 'X' -> method = value;
            case 'w' -> writeOut = value;
            case 'H' -> {
                int colon = value.indexOf(':');
                headers.put(
                        colon < 0 ? value : value.substring(0, colon),
                        colon < 0 ? "" : value.substring(colon + 1).trim());
            }
            case 'd' -> {
                body = value.getBytes(StandardCharsets.UTF_8);
                method = method.isEmpty() ? "POST" : method;
            }
            default -> {}
        }
    }

    private void longOption(String name, Iterator<String> rest) {
        switch (name) {
            case "silent" -> silent = true;
            case "show-error" -> showError = true;
            case "fail" -> failOnError = true;
            case "verbose" -> verbose = true;
            case "head" -> head = true;
            case "insecure", "location", "compressed" -> {}
            case "output" -> valued('o', next(rest));
            case "request" -> valued('X', next(rest));
            case "write-out" -> valued('w', next(rest));
            case "header" -> valued('H', next(rest));
            case "data", "data-raw" -> valued('d', next(rest));
            case "max-time", "connect-timeout", "retry", "user", "retry-delay" -> next(rest);
            default -> problem = "option --" + name + ": is unknown";
        }
    }

    private static String next(Iterator<String> rest) {
        return rest.hasNext() ? rest.next() : "";
    }

    String url() {
        return url;
    }

    String method() {
        return method.isEmpty() ? (head ? "HEAD" : "GET") : method;
    }

    String output() {
        return output;
    }

    String writeOut() {
        return writeOut;
    }

    String problem() {
        return problem;
    }

    boolean silent() {
        return silent;
    }

    boolean showError() {
        return showError;
    }

    boolean failOnError() {
        return failOnError;
    }

    boolean verbose() {
        return verbose;
    }

    boolean head() {
        return head;
    }

    byte[] body() {
        return body.clone();
    }

    Map<String, String> headers() {
        return headers;
    }
}
