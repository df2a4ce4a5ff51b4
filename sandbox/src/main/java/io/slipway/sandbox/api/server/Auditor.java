package io.slipway.sandbox.api.server;

import io.slipway.sandbox.api.AuditEvent;
import io.slipway.sandbox.api.AuditLog;
import io.slipway.sandbox.api.authn.UserInfo;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.request.RequestInfo;
import java.time.Instant;

/** Writes one request into the audit log, once its answer is decided. */
final class Auditor {

    private final AuditLog log;
    private final Exchange exchange;
    private final RequestInfo info;
    private UserInfo user = UserInfo.ANONYMOUS;
    private boolean recorded;

    Auditor(AuditLog log, Exchange exchange, RequestInfo info) {
        this.log = log;
        this.exchange = exchange;
        this.info = info;
    }

    void user(UserInfo who) {
        this.user = who;
    }

    void record(int code) {
        if (recorded) {
            return;
        }
        recorded = true;
        log.add(new AuditEvent(
                Instant.now(),
                info.verb(),
                user.name(),
                info.group(),
                info.resource(),
                info.subresource(),
                info.resource().equals("namespaces") ? "" : info.namespace(),
                info.name().isEmpty() ? exchange.subject() : info.name(),
                code,
                exchange.header("User-Agent"),
                exchange.query("fieldManager").orElse(""),
                exchange.queryAll("dryRun").contains("All"),
                info.path()));
    }
}
