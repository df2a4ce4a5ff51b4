package io.slipway.sandbox.api.server;

import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.ApiFault;
import io.slipway.sandbox.api.authn.UserInfo;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.request.PathParser;
import io.slipway.sandbox.api.request.RequestInfo;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request through its stations. */
final class ApiHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    private static final Set<String> HEALTH = Set.of("/healthz", "/livez", "/readyz");

    private final ApiBackend backend;
    private final AccessGate gate;
    private final Router router;

    ApiHandler(ApiBackend backend, AccessGate gate, Router router) {
        this.backend = backend;
        this.gate = gate;
        this.router = router;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        RequestInfo info = PathParser.parse(exchange.method(), exchange.path(), exchange.flag("watch"));
        Auditor auditor = new Auditor(backend.audit(), exchange, info);
        exchange.onStatus(auditor::record);
        try {
            answer(exchange, info, auditor);
        } catch (StatusException refused) {
            exchange.refuse(refused.status());
        } catch (EofException gone) {
            callback.failed(gone);
        } catch (IOException broken) {
            callback.failed(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            callback.failed(stopped);
        } catch (RuntimeException failure) {
            LOG.error("request failed method={} path={}", exchange.method(), exchange.path(), failure);
            exchange.refuse(
                    new Status(500, "InternalError", "Internal error occurred: " + failure, Status.Details.NONE));
        }
        return true;
    }

    private void answer(Exchange exchange, RequestInfo info, Auditor auditor) throws IOException, InterruptedException {
        if (HEALTH.contains(exchange.path())) {
            exchange.respond(200, "text/plain; charset=utf-8", "ok".getBytes(StandardCharsets.UTF_8));
            return;
        }
        UserInfo user = gate.user(exchange);
        auditor.user(user);
        gate.check(user, info);
        Optional<ApiFault.Effect> fault = info.isResource() ? fault(info) : Optional.empty();
        if (fault.isEmpty()) {
            router.route(exchange, info, user);
        } else {
            faulty(exchange, info, user, fault.get(), auditor);
        }
    }

    /** A fault of the resource, or of its subresource alone. */
    private Optional<ApiFault.Effect> fault(RequestInfo info) {
        return backend.faults()
                .take(info.verb(), info.resource(), info.name())
                .or(() -> backend.faults().take(info.verb(), info.resource() + "/" + info.subresource(), info.name()));
    }

    private void faulty(Exchange exchange, RequestInfo info, UserInfo user, ApiFault.Effect effect, Auditor auditor)
            throws IOException, InterruptedException {
        switch (effect) {
            case ApiFault.Answer answer -> throw FaultAnswers.refusal(answer);
            case ApiFault.Conflict conflict ->
                throw Refusals.refusal(409, "Conflict", FaultAnswers.CONFLICT, Status.Details.NONE);
            case ApiFault.Delay delay -> {
                Thread.sleep(delay.by());
                router.route(exchange, info, user);
            }
            case ApiFault.Drop drop -> {
                if (drop.after()) {
                    exchange.swallow();
                    router.route(exchange, info, user);
                } else {
                    auditor.record(0);
                }
                exchange.abort();
            }
        }
    }
}
