package io.slipway.sandbox.api.authn;

import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Finds out who asks. */
public final class Authenticator {

    private static final String BEARER = "Bearer ";
    /** How browsers and some clients send a token with a WebSocket handshake. */
    private static final String PROTOCOL = "base64url.bearer.authorization.k8s.io.";

    private final byte[] adminToken;
    private final ServiceAccountTokens accounts;

    /**
     * Accepts one token for everything and the tokens of service accounts.
     *
     * @param adminToken the sandbox's own token
     * @param accounts the tokens of service accounts
     */
    public Authenticator(String adminToken, ServiceAccountTokens accounts) {
        this.adminToken = adminToken.getBytes(StandardCharsets.UTF_8);
        this.accounts = accounts;
    }

    /**
     * Who sent a request.
     *
     * @param exchange the request
     * @return the user; {@link UserInfo#ANONYMOUS} without a token
     * @throws io.slipway.sandbox.store.StatusException {@code Unauthorized} for a wrong token
     */
    public UserInfo authenticate(Exchange exchange) {
        Optional<String> token = token(exchange);
        if (token.isEmpty()) {
            return UserInfo.ANONYMOUS;
        }
        return byToken(token.get())
                .orElseThrow(() -> Refusals.refusal(401, "Unauthorized", "Unauthorized", Status.Details.NONE));
    }

    /**
     * Whose token it is.
     *
     * @param token the token
     * @return the user, empty when the token is not valid
     */
    public Optional<UserInfo> byToken(String token) {
        if (MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), adminToken)) {
            return Optional.of(UserInfo.ADMIN);
        }
        return accounts.verify(token);
    }

    /**
     * Whom a request wants to act as.
     *
     * @param exchange the request
     * @return the user of the {@code Impersonate-*} headers, empty without them
     */
    public Optional<UserInfo> impersonated(Exchange exchange) {
        String name = exchange.header("Impersonate-User");
        List<String> groups = exchange.headers("Impersonate-Group");
        if (name.isEmpty() && !groups.isEmpty()) {
            throw Refusals.badRequest("requested %s without impersonating a user".formatted(groups));
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(UserInfo.named(name, groups));
    }

    private static Optional<String> token(Exchange exchange) {
        String header = exchange.header("Authorization");
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        if (!exchange.tokenPath().token().isEmpty()) {
            return Optional.of(exchange.tokenPath().token());
        }
        for (String protocol : exchange.headers("Sec-WebSocket-Protocol")) {
            for (String one : protocol.split(",", -1)) {
                if (one.strip().startsWith(PROTOCOL)) {
                    byte[] raw = Base64.getUrlDecoder().decode(one.strip().substring(PROTOCOL.length()));
                    return Optional.of(new String(raw, StandardCharsets.UTF_8));
                }
            }
        }
        return Optional.empty();
    }
}
