package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.WebSockets;
import io.slipway.sandbox.store.EventStream;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;
import io.slipway.sandbox.store.StoreList;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Follows the changes of a kind: chunks of JSON lines over HTTP, until the client goes or the time is up. */
final class Watches {

    private static final Duration LONGEST = Duration.ofMinutes(50);
    private static final Duration BOOKMARK_EVERY = Duration.ofSeconds(10);

    private final ObjectStore store;

    Watches(ObjectStore store) {
        this.store = store;
    }

    /** Chunks of an HTTP answer, or messages of a WebSocket when the client asked for one. */
    void watch(Call call) throws IOException, InterruptedException {
        WatchView view = new WatchView(call, Selection.of(call));
        long from =
                call.exchange().query("resourceVersion").map(Watches::version).orElse(0L);
        Duration timeout = timeout(call);
        if (call.exchange().wantsWebSocket()) {
            WebSockets.upgrade(
                    call.exchange(), List.of(), socket -> watch(view, from, timeout, new SocketWatchOut(socket)));
        } else {
            watch(view, from, timeout, new ChunkWatchOut(call.exchange()));
        }
    }

    private static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            String why = Refusals.noNumber("ParseUint", text);
            throw Refusals.unforeseen("resourceVersion: Invalid value: \"%s\": %s".formatted(text, why));
        }
    }

    private void watch(WatchView view, long from, Duration timeout, WatchOut to)
            throws IOException, InterruptedException {
        Call call = view.call();
        boolean initial = from == 0 || call.exchange().flag("sendInitialEvents");
        try (WatchOut out = to) {
            StoreList present = store.views(call.kind(), call.namespace());
            long after = initial ? present.resourceVersion() : from;
            try (EventStream events = stream(call.kind(), after)) {
                if (initial) {
                    present(view, present, out);
                }
                follow(view, events, after, Instant.now().plus(timeout), out);
            } catch (StatusException expired) {
                out.send(WatchView.event("ERROR", expired.status().toJson()));
            }
        }
    }

    private EventStream stream(ResourceKind kind, long after) {
        return store.stream(after, other -> other.sameResource(kind));
    }

    private static void present(WatchView view, StoreList present, WatchOut out) throws IOException {
        for (ObjectNode object : present.objects()) {
            Optional<ObjectNode> event = view.present(object);
            if (event.isPresent()) {
                out.send(event.get());
            }
        }
        if (view.call().exchange().flag("sendInitialEvents") && view.bookmarks()) {
            out.send(view.bookmark(present.resourceVersion(), true));
        }
    }

    private void follow(WatchView view, EventStream events, long after, Instant end, WatchOut out)
            throws IOException, InterruptedException {
        long seen = after;
        Instant nextMark = Instant.now().plus(BOOKMARK_EVERY);
        while (!events.ended() && !out.gone() && Instant.now().isBefore(end)) {
            Optional<StoreEvent> event = events.poll(wait(nextMark, end));
            if (event.isPresent()) {
                seen = event.get().resourceVersion();
                Optional<ObjectNode> shown = view.of(event.get());
                if (shown.isPresent()) {
                    out.send(shown.get());
                }
            }
            if (!Instant.now().isBefore(nextMark)) {
                nextMark = Instant.now().plus(BOOKMARK_EVERY);
                if (view.bookmarks()) {
                    out.send(view.bookmark(seen, false));
                }
            }
        }
    }

    private static Duration wait(Instant nextMark, Instant end) {
        Instant until = nextMark.isBefore(end) ? nextMark : end;
        Duration wait = Duration.between(Instant.now(), until);
        return wait.isNegative()
                ? Duration.ZERO
                : wait.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : wait;
    }

    private static Duration timeout(Call call) {
        return call.exchange()
                .number("timeoutSeconds")
                .filter(asked -> asked > 0 && asked < LONGEST.toSeconds())
                .map(Duration::ofSeconds)
                .orElse(LONGEST);
    }
}
