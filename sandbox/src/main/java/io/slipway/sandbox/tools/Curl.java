package io.slipway.sandbox.tools;

import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.shell.Invocation;
import java.net.URI;
import java.net.URISyntaxException;

/** curl, as far as people use it to look at services. */
final class Curl {
    private final Network network;
    private final Network.Origin origin;

    Curl(Network network, Network.Origin origin) {
        this.network = network;
        this.origin = origin;
    }

    int run(Invocation call) {
        CurlOptions options = CurlOptions.read(call);
        if (options.problem() != null) {
            call.err().line("curl: " + options.problem());
            return 2;
        }
        URI target = uri(options.url());
        if (target == null || target.getHost() == null) {
            call.err().line("curl: (3) URL rejected: Malformed input to a URL function");
            return 3;
        }
        boolean tls = "https".equals(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : tls ? 443 : 80;
        return switch (network.dial(origin, target.getHost(), port)) {
            case Dial.Unresolved unresolved -> fail(call, options, 6, "Could not resolve host: " + unresolved.host());
            case Dial.Refused refused ->
                fail(
                        call,
                        options,
                        7,
                        "Failed to connect to " + target.getHost() + " port " + port
                                + " after 1 ms: Couldn't connect to server");
            case Dial.Connected connected -> answered(call, options, target, connected);
        };
    }

    private static URI uri(String text) {
        try {
            return new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static int fail(Invocation call, CurlOptions options, int code, String message) {
        if (!options.silent() || options.showError()) {
            call.err().line("curl: (" + code + ") " + message);
        }
        writeOut(call, options, "000", 0);
        return code;
    }

    private static int answered(Invocation call, CurlOptions options, URI target, Dial.Connected connected) {
        if (options.verbose()) {
            call.err().line("* Connected to " + target.getHost() + " (" + connected.address() + ")");
        }
        SimRequest request = SimRequest.of(options.method(), target, options.headers(), options.body());
        SimResponse response = connected.endpoint().handle(request);
        if (options.verbose() || options.head()) {
            String line = "HTTP/1.1 " + response.status();
            if (options.verbose()) {
                call.err().line("< " + line);
            } else {
                call.out().line(line);
                response.headers().forEach((name, value) -> call.out().line(name + ": " + value));
            }
        }
        boolean failed = options.failOnError() && response.status() >= 400;
        if (!failed && !options.head()) {
            body(call, options, response);
        }
        writeOut(call, options, String.valueOf(response.status()), response.body().length);
        if (failed && (!options.silent() || options.showError())) {
            call.err().line("curl: (22) The requested URL returned error: " + response.status());
        }
        return failed ? 22 : 0;
    }

    private static void body(Invocation call, CurlOptions options, SimResponse response) {
        if (options.output().isEmpty() || options.output().equals("-")) {
            call.out().write(response.text());
        } else if (!options.output().equals("/dev/null")) {
            call.host().write(options.output(), response.text());
        }
    }

    private static void writeOut(Invocation call, CurlOptions options, String code, int size) {
        if (!options.writeOut().isEmpty()) {
            call.out()
                    .write(options.writeOut()
                            .replace("%{http_code}", code)
                            .replace("%{response_code}", code)
                            .replace("%{size_download}", String.valueOf(size))
                            .replace("\\n", "\n"));
        }
    }
}
