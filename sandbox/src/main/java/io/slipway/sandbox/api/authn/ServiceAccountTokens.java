package io.slipway.sandbox.api.authn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of service accounts: JSON Web Tokens signed with the sandbox's own key (HS256). */
public final class ServiceAccountTokens {

    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    private static final String ISSUER = "https://kubernetes.default.svc.cluster.local";

    private final ObjectStore store;
    private final byte[] key;

    /**
     * Tokens signed with a key.
     *
     * @param store where the service accounts are
     * @param key the key, as text
     */
    public ServiceAccountTokens(ObjectStore store, String key) {
        this.store = store;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Makes a token.
     *
     * @param account the service account
     * @param audiences who shall accept it; the API server when empty
     * @param lifetime how long it is valid
     * @return the token
     */
    public String issue(ObjectNode account, List<String> audiences, Duration lifetime) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = Json.object().put("iss", ISSUER);
        var into = claims.putArray("aud");
        (audiences.isEmpty() ? List.of(ISSUER) : audiences).forEach(into::add);
        claims.put("iat", now).put("nbf", now).put("exp", now + lifetime.toSeconds());
        claims.put("sub", "system:serviceaccount:%s:%s".formatted(Meta.namespace(account), Meta.name(account)));
        ObjectNode details = claims.putObject("kubernetes.io").put("namespace", Meta.namespace(account));
        details.putObject("serviceaccount").put("name", Meta.name(account)).put("uid", Meta.uid(account));
        String body = HEADER + "." + encode(Json.text(claims));
        return body + "." + sign(body);
    }

    /**
     * Reads a token.
     *
     * @param token the token
     * @return the service account; empty when the token is not ours, has expired, or the account is gone
     */
    public Optional<UserInfo> verify(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || !token.startsWith(HEADER + ".") || !signed(token.substring(0, dot), token.substring(dot + 1))) {
            return Optional.empty();
        }
        JsonNode claims = Json.read(Base64.getUrlDecoder().decode(token.substring(HEADER.length() + 1, dot)));
        if (claims.path("exp").asLong() < Instant.now().getEpochSecond()) {
            return Optional.empty();
        }
        JsonNode details = claims.path("kubernetes.io");
        String namespace = details.path("namespace").asText();
        String name = details.path("serviceaccount").path("name").asText();
        String uid = details.path("serviceaccount").path("uid").asText();
        return store.view(Kinds.SERVICE_ACCOUNT, namespace, name)
                .filter(account -> Meta.uid(account).equals(uid))
                .map(account -> UserInfo.serviceAccount(namespace, name, uid));
    }

    private boolean signed(String body, String signature) {
        return MessageDigest.isEqual(
                sign(body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
