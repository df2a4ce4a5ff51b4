package io.slipway.activities.route;

import io.slipway.activities.http.HttpSeen;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.HttpSender;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Route;
import io.slipway.model.journal.Failure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks the URL of a Route until it answers as expected. A router takes a moment to learn of a Route, and says 503 until
 * then.
 */
final class RouteProbe {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration LEAST_AGAIN = Duration.ofMillis(30);
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int UNAVAILABLE = 503;

    private final Route action;
    private final String object;
    private final StepContext context;
    private final HttpSender http;

    RouteProbe(Route action, String object, StepContext context, HttpSender http) {
        this.action = action;
        this.object = object;
        this.context = context;
        this.http = http;
    }

    /** Asks the URL itself. */
    void ask(URI url) throws InterruptedException {
        until(url, this::isExpected);
    }

    /** Sees that plain HTTP is sent to HTTPS. */
    void askPlain(String host) throws InterruptedException {
        until(URI.create("http://" + host + action.probe()), RouteProbe::isSentToHttps);
    }

    private boolean isExpected(HttpReply reply) {
        return action.expect().isPresent()
                ? context.holds(action.expect().get(), HttpSeen.values(reply))
                : reply.status() >= OK && reply.status() < BAD;
    }

    private static boolean isSentToHttps(HttpReply reply) {
        return reply.status() / 100 == 3
                && reply.headers().getOrDefault("location", "").startsWith("https://");
    }

    private void until(URI url, Predicate<HttpReply> wanted) throws InterruptedException {
        context.progress("asking " + url);
        Instant end =
                context.clock().instant().plus(longer(context.target().pace().wall(PATIENCE), LEAST_PATIENCE));
        while (true) {
            Optional<StepFailure> trouble = once(url, wanted);
            if (trouble.isEmpty()) {
                return;
            }
            boolean over = context.left().isZero() || context.clock().instant().isAfter(end);
            if (over || !trouble.get().failure().retryable()) {
                throw trouble.get();
            }
            context.pause(longer(AGAIN, context.target().pace().target(LEAST_AGAIN)));
        }
    }

    private Optional<StepFailure> once(URI url, Predicate<HttpReply> wanted) throws InterruptedException {
        try {
            HttpReply reply = http.send(asked(url));
            return wanted.test(reply) ? Optional.empty() : Optional.of(unexpected(url, reply));
        } catch (StepFailure noAnswer) {
            return Optional.of(noAnswer);
        }
    }

    private HttpAsk asked(URI url) {
        return new HttpAsk("GET", url, Map.of(), Optional.empty(), action.verify(), HttpAsk.patience(context.left()));
    }

    private StepFailure unexpected(URI url, HttpReply reply) {
        boolean unavailable = reply.status() == UNAVAILABLE;
        String cause = unavailable
                ? "the router has no ready pod behind service/" + action.service()
                : "it responded with "
                        + HttpSeen.line(reply).lines().findFirst().orElse("");
        String expected =
                action.expect().map(late -> ", expected " + late.source()).orElse("");
        return new StepFailure(new Failure(
                url + " does not return the expected response" + expected,
                object,
                cause,
                unavailable
                        ? "see the endpoints of service/" + action.service() + ": its pods must be ready, its selector"
                                + " must match their labels, and port " + action.port() + " must be one of theirs"
                        : "see the log of the pods behind service/" + action.service() + ", and correct path or expect",
                List.of(),
                true));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
