package io.slipway.sandbox.tools;

import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.shell.Command;
import io.slipway.sandbox.shell.Invocation;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Tools;
import java.util.List;
import java.util.Map;

/** What every image has for looking at the network. */
public final class NetworkTools implements Tools {
    private static final int ANY_PORT = 80;

    private final Services services;

    public NetworkTools(Services services) {
        this.services = services;
    }

    @Override
    public Map<String, Command> of(Container container) {
        return Map.of(
                "curl", call -> new Curl(services.network(), container.origin()).run(call),
                "wget", call -> wget(call, container),
                "nc", call -> nc(call, container),
                "nslookup", call -> nslookup(call, container),
                "getent", call -> getent(call, container));
    }

    private int wget(Invocation call, Container container) {
        List<String> urls =
                call.args().stream().filter(arg -> arg.contains("://")).toList();
        if (urls.isEmpty()) {
            return call.fail(1, "missing URL");
        }
        return new Curl(services.network(), container.origin())
                .run(call.with(List.of("curl", "-s", "-f", "-L", urls.get(0))));
    }

    private int nc(Invocation call, Container container) {
        List<String> operands =
                call.args().stream().filter(arg -> !arg.startsWith("-")).toList();
        if (operands.size() < 2 || !operands.get(operands.size() - 1).matches("\\d{1,5}")) {
            return call.fail(1, "usage: nc [-zv] [-w seconds] host port");
        }
        String host = operands.get(operands.size() - 2);
        int port = Integer.parseInt(operands.get(operands.size() - 1));
        return switch (services.network().dial(container.origin(), host, port)) {
            case Dial.Connected connected -> {
                call.err()
                        .line("Connection to " + host + " (" + connected.address() + ") " + port
                                + " port [tcp/*] succeeded!");
                yield 0;
            }
            case Dial.Unresolved unresolved ->
                call.fail(
                        1,
                        "getaddrinfo for host \"" + unresolved.host() + "\" port " + port
                                + ": Name or service not known");
            case Dial.Refused refused ->
                call.fail(
                        1,
                        "connect to " + host + " (" + refused.address() + ") port " + port
                                + " (tcp) failed: Connection refused");
        };
    }

    private int nslookup(Invocation call, Container container) {
        String host = call.args().isEmpty() ? "" : call.args().get(0);
        String address = resolve(container, host);
        call.out().line("Server:\t\t172.30.0.10\nAddress:\t172.30.0.10#53\n");
        if (address == null) {
            call.out().line("** server can't find " + host + ": NXDOMAIN");
            return 1;
        }
        call.out().line("Name:\t" + host + "\nAddress: " + address);
        return 0;
    }

    private int getent(Invocation call, Container container) {
        if (call.args().size() < 2) {
            return 1;
        }
        String host = call.args().get(1);
        String address = resolve(container, host);
        if (address == null) {
            return 2;
        }
        call.out().line(address + "    " + host);
        return 0;
    }

    private String resolve(Container container, String host) {
        return switch (services.network().dial(container.origin(), host, ANY_PORT)) {
            case Dial.Connected connected -> connected.address();
            case Dial.Refused refused -> refused.address();
            case Dial.Unresolved unresolved -> null;
        };
    }
}
