package io.slipway.sandbox.api.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.authn.Authenticator;
import io.slipway.sandbox.api.authn.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers the reviews: questions about access and tokens, sent as objects that are never stored. */
public final class AccessReviews {

    private final Authorizer authorizer;
    private final Authenticator authenticator;

    /**
     * Answers by the store's roles and the server's tokens.
     *
     * @param authorizer decides
     * @param authenticator knows tokens
     */
    public AccessReviews(Authorizer authorizer, Authenticator authenticator) {
        this.authorizer = authorizer;
        this.authenticator = authenticator;
    }

    /**
     * Answers a review.
     *
     * @param resource the plural of the review, such as {@code selfsubjectaccessreviews}
     * @param user who asks
     * @param review the review as sent, with its answer afterwards
     * @param namespace the namespace of the path, empty for none
     */
    public void answer(String resource, UserInfo user, ObjectNode review, String namespace) {
        review.withObject("/metadata");
        ObjectNode spec = review.withObject("/spec");
        switch (resource) {
            case "selfsubjectaccessreviews" -> decide(review, user, Attributes.ofReview(spec));
            case "subjectaccessreviews", "localsubjectaccessreviews" ->
                decide(review, subject(spec), Attributes.ofReview(spec));
            case "selfsubjectrulesreviews" ->
                rules(review, user, spec.path("namespace").asText(namespace));
            case "tokenreviews" -> token(review, spec.path("token").asText());
            case "selfsubjectreviews" -> user(review.putObject("status").putObject("userInfo"), user);
            default -> throw new IllegalArgumentException("not a review: " + resource);
        }
    }

    private void decide(ObjectNode review, UserInfo user, Attributes wanted) {
        Decision decision = authorizer.decide(user, wanted);
        ObjectNode status = review.putObject("status").put("allowed", decision.allowed());
        if (!decision.reason().isEmpty()) {
            status.put("reason", decision.reason());
        }
    }

    private void rules(ObjectNode review, UserInfo user, String namespace) {
        ObjectNode status = review.putObject("status");
        var resources = status.putArray("resourceRules");
        var paths = status.putArray("nonResourceRules");
        for (JsonNode rule : authorizer.rules(user, namespace)) {
            if (rule.has("resources")) {
                copy(rule, resources.addObject(), List.of("verbs", "apiGroups", "resources", "resourceNames"));
            } else {
                copy(rule, paths.addObject(), List.of("verbs", "nonResourceURLs"));
            }
        }
        status.put("incomplete", false);
    }

    private void token(ObjectNode review, String token) {
        Optional<UserInfo> user = authenticator.byToken(token);
        ObjectNode status = review.putObject("status").put("authenticated", user.isPresent());
        user.ifPresentOrElse(
                is -> user(status.putObject("user"), is), () -> status.put("error", "invalid bearer token"));
    }

    private static void user(ObjectNode into, UserInfo user) {
        into.put("username", user.name());
        if (!user.uid().isEmpty()) {
            into.put("uid", user.uid());
        }
        var groups = into.putArray("groups");
        user.groups().forEach(groups::add);
    }

    private static UserInfo subject(JsonNode spec) {
        List<String> groups = new ArrayList<>();
        spec.path("groups").forEach(group -> groups.add(group.asText()));
        String name = spec.path("user").asText("");
        return groups.isEmpty() ? UserInfo.named(name, List.of()) : new UserInfo(name, "", groups);
    }

    private static void copy(JsonNode from, ObjectNode into, List<String> fields) {
        fields.stream().filter(from::has).forEach(field -> into.set(field, from.get(field)));
    }
}
