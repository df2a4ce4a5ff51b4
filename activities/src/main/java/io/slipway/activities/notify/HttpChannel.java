package io.slipway.activities.notify;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Notify;
import io.slipway.model.json.Json;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Posts JSON to an address. Of the address only its host is ever shown, since its path may be the secret, as with Slack.
 *
 * @param name what it is called
 * @param url the address
 * @param headers beside those that are always sent
 * @param verify whether the certificate must be trusted
 * @param body what is sent
 * @see <a href="https://api.slack.com/messaging/webhooks">Slack's incoming webhooks</a>
 */
record HttpChannel(
        String name, String url, Map<String, String> headers, boolean verify, Function<Message, JsonNode> body)
        implements Channel {

    static HttpChannel webhook(Notify.Webhook webhook) {
        return new HttpChannel(
                "webhook",
                webhook.url(),
                webhook.headers(),
                webhook.verify(),
                message -> webhook.body().orElseGet(() -> story(message)));
    }

    static HttpChannel slack(String url) {
        return new HttpChannel("Slack", url, Map.of(), true, message -> Json.tree(Map.of("text", message.text())));
    }

    private static JsonNode story(Message message) {
        Map<String, String> story = new TreeMap<>(message.facts());
        story.put("message", message.text());
        return Json.tree(story);
    }

    @Override
    public String display() {
        return name + address().map(uri -> " at " + uri.getHost()).orElse("");
    }

    @Override
    public void check() {
        if (address().isEmpty()) {
            throw StepFailure.permanent(
                    "the address of the " + name + " is invalid",
                    "it is not an http:// or https:// URL with a host",
                    "write https://host/path, or correct the secret that contains it");
        }
    }

    private Optional<URI> address() {
        try {
            return Optional.of(URI.create(url.strip()))
                    .filter(uri -> uri.getHost() != null)
                    .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public void deliver(Message message, Delivery delivery) throws InterruptedException {
        Map<String, String> all = new TreeMap<>(headers);
        all.putIfAbsent("Idempotency-Key", message.key());
        HttpReply reply = delivery.http()
                .send(new HttpAsk(
                        "POST",
                        address().orElseThrow(),
                        all,
                        Optional.of(body.apply(message)),
                        verify,
                        HttpAsk.patience(delivery.left())));
        if (!reply.ok()) {
            String said = Excerpt.line(delivery.masker().mask(reply.text().strip()));
            throw StepFailure.of(
                    display() + " did not accept the message",
                    "it responded with HTTP " + reply.status() + (said.isEmpty() ? "" : ", " + said),
                    "correct the address or its secret, or check the state of the receiver");
        }
    }
}
