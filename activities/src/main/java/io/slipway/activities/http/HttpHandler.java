package io.slipway.activities.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.evidence.SeenValues;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Http;
import io.slipway.model.spec.Late;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The verb {@code http}: sends a request, again and again {@code within} a time when it is not answered as expected. */
public final class HttpHandler implements VerbHandler<Http> {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LEAST_WITHIN = Duration.ofSeconds(2);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Clusters clusters;

    /** A handler for steps at these clusters. */
    public HttpHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Http action, Reach reach) throws InterruptedException {
        return new HttpAddress(action.url(), action.service(), action.path()).calls(reach);
    }

    @Override
    public Done run(Http http, StepContext context) throws InterruptedException {
        HttpAddress address = new HttpAddress(http.url(), http.service(), http.path());
        long end = System.nanoTime() + within(http, context).toNanos();
        try (Reach reach = Reach.of(clusters, context)) {
            while (true) {
                try {
                    return once(http, address, reach);
                } catch (StepFailure failed) {
                    if (System.nanoTime() >= end) {
                        throw failed;
                    }
                    context.progress(failed.getMessage());
                }
                context.pause(INTERVAL);
            }
        }
    }

    private static Duration within(Http http, StepContext context) {
        Duration within = http.within().orElse(Duration.ZERO);
        Duration wall = context.target().pace().wall(within);
        return within.compareTo(LEAST_WITHIN) > 0 && wall.compareTo(LEAST_WITHIN) < 0 ? LEAST_WITHIN : wall;
    }

    private static Done once(Http http, HttpAddress address, Reach reach) throws InterruptedException {
        StepContext context = reach.context();
        if (!READING.contains(http.method())) {
            context.beforeWrite();
        }
        HttpAsk ask = new HttpAsk(
                http.method(),
                address.resolve(reach),
                http.headers(),
                http.body(),
                http.verify(),
                HttpAsk.patience(context.left()));
        HttpReply reply = reach.http().send(ask, address.display());
        Map<String, Object> seen = HttpSeen.values(reply);
        boolean good = http.expect().isPresent() ? context.holds(http.expect().get(), seen) : reply.ok();
        if (!good) {
            throw unexpected(http, address, reply, context);
        }
        String summary = http.method() + " " + address.display() + " answered " + reply.status();
        return Done.of(summary, new Http.Outputs(reply.status(), capped(reply, context)));
    }

    private static StepFailure unexpected(Http http, HttpAddress address, HttpReply reply, StepContext context) {
        String expected = http.expect().map(Late::source).orElse("a status of 2xx");
        String values = http.expect()
                .map(late -> new SeenValues(context.masker()::mask).of(late.source(), HttpSeen.values(reply)))
                .orElse("");
        String seen = Excerpt.line(context.masker().mask(HttpSeen.line(reply)));
        return StepFailure.of(
                http.method() + " " + address.display() + " did not return the expected response",
                "expected " + expected + "; " + (values.isEmpty() ? "" : values + "; ") + "the response is " + seen,
                "see the log of the program that serves the address");
    }

    /** The body for the outputs: whole when it is small, else as a text that is cut. */
    private static JsonNode capped(HttpReply reply, StepContext context) {
        return reply.text().length() <= Excerpt.OUTPUT
                ? reply.body()
                : new TextNode(Excerpt.cut(context.masker().mask(reply.text()), Excerpt.OUTPUT));
    }
}
