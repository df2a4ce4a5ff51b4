package io.slipway.sandbox.api.pods;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.ContainerRef;
import io.slipway.sandbox.api.ExecCall;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.api.http.WebSocketConnection;
import io.slipway.sandbox.api.http.WebSockets;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code pods/exec} over WebSocket, with the protocols of kubectl (v5) and of older clients (v4). */
public final class ExecApi {

    private static final List<String> PROTOCOLS = List.of("v5.channel.k8s.io", "v4.channel.k8s.io");

    private final ApiBackend backend;

    /**
     * Runs commands in a runtime.
     *
     * @param backend the store and the runtime
     */
    public ExecApi(ApiBackend backend) {
        this.backend = backend;
    }

    /**
     * Runs the command of a request.
     *
     * @param exchange the request
     * @param namespace the pod's namespace
     * @param name the pod's name
     * @throws IOException when the client went away
     */
    public void answer(Exchange exchange, String namespace, String name) throws IOException {
        ObjectNode pod = Targets.pod(backend.store(), namespace, name);
        ContainerRef container = Targets.container(pod, exchange.query("container"));
        List<String> command = exchange.queryAll("command");
        if (command.isEmpty()) {
            throw Refusals.badRequest("you must specify at least 1 command for the container");
        }
        if (!Targets.status(pod, container.container()).path("state").has("running")) {
            throw Refusals.refusal(
                    500,
                    "InternalError",
                    "Internal error occurred: unable to upgrade connection: container not found (\"%s\")"
                            .formatted(container.container()),
                    Status.Details.NONE);
        }
        if (!exchange.wantsWebSocket()) {
            throw Refusals.badRequest("exec is served over WebSocket only, with one of " + PROTOCOLS);
        }
        boolean tty = exchange.flag("tty");
        WebSockets.upgrade(exchange, PROTOCOLS, socket -> run(socket, container, command, tty));
    }

    private void run(WebSocketConnection socket, ContainerRef container, List<String> command, boolean tty)
            throws IOException, InterruptedException {
        ChannelInput stdin = ChannelInput.follow(socket);
        OutputStream out = new ChannelOutput(socket, Channels.STDOUT);
        OutputStream err = tty ? out : new ChannelOutput(socket, Channels.STDERR);
        ExecCall call = new ExecCall(command, stdin, out, err, tty);
        ObjectNode result;
        try {
            result = ExecResult.exited(backend.runtime().get().exec(container, call));
        } catch (StatusException refused) {
            result = refused.status().toJson();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        new ChannelOutput(socket, Channels.ERROR).write(Json.bytes(result));
    }
}
