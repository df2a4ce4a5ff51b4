package io.slipway.activities.cluster.keepalive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server for a sign of life while something waits and nothing comes back, and has the connections renewed when
 * there is none. Any answer is one, a refusal too. Over HTTP/2 the question takes the connection that requests share.
 */
final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final RenewingHttpClient client;
    private final Patience patience;
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private volatile boolean stopped;

    Pulse(RenewingHttpClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    /** Begins with the first request, whose server is the one to ask. */
    void beat(URI request) {
        if (thread.get() == null && !stopped) {
            Thread beating = Thread.ofVirtual().name("keep-alive").unstarted(() -> watch(question(request)));
            if (thread.compareAndSet(null, beating)) {
                beating.start();
            }
        }
    }

    void stop() {
        stopped = true;
        Thread beating = thread.get();
        if (beating != null) {
            beating.interrupt();
        }
    }

    private HttpRequest question(URI request) {
        return HttpRequest.newBuilder(URI.create(request.getScheme() + "://" + request.getRawAuthority() + "/version"))
                .timeout(patience.every())
                .build();
    }

    private void watch(HttpRequest question) {
        try {
            while (!stopped) {
                Thread.sleep(patience.every());
                lookAtAll(question);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong here once must not leave the connections unwatched for the rest of the worker's life. */
    private void lookAtAll(HttpRequest question) throws InterruptedException {
        try {
            for (Connections each : client.all()) {
                look(each, question);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "connections to {} could not be monitored; the check is repeated",
                    question.uri().getAuthority(),
                    e);
        }
    }

    /** Asks until there is an answer, or nothing waits, or the connections are new. */
    private void look(Connections now, HttpRequest question) throws InterruptedException {
        now.giveUpSilentWatches(patience.bookmark());
        while (silent(now) && !answers(now, question)) {
            if (now.silent().compareTo(patience.longest()) >= 0) {
                renew(now, question.uri());
                return;
            }
        }
    }

    private boolean silent(Connections now) {
        return now.waits(patience.every()) && now.silent().compareTo(patience.every()) >= 0;
    }

    /** Takes about as long as the patience has it also when there is none at once. */
    private boolean answers(Connections now, HttpRequest question) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            now.client().send(question, HttpResponse.BodyHandlers.discarding());
            now.heard();
            return true;
        } catch (IOException none) {
            Duration left = patience.every().minusNanos(System.nanoTime() - begun);
            Thread.sleep(left.isNegative() ? Duration.ZERO : left);
            return false;
        }
    }

    private void renew(Connections now, URI server) {
        String why = "no response from " + server.getAuthority() + " for "
                + now.silent().toSeconds() + " s; its connections were closed";
        LOG.warn("{}; {} requests and watches start again", why, now.waiting());
        client.renew(now, new IOException(why));
    }
}
