package io.slipway.model.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Required;
import io.slipway.model.spec.ShortForm;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells people or programs something.
 *
 * <pre>{@code
 * notify: { slack: "${{ secrets.chat.hook }}", message: "Flink is up: ${{ steps.flink_route.url }}" }
 * notify: { webhook: "https://hooks.example.com/rollouts", message: done, required: true }
 * notify: { email: { server: "mail:587", from: slipway@example.com, to: [ops@example.com] }, message: done }
 * }</pre>
 */
@Doc(
        "Sends a message to a webhook, to Slack or by e-mail. A failed delivery is only a warning, unless 'required' is set.")
@Verb(outputs = Notify.Outputs.class)
@OneOf({"webhook", "slack", "email"})
public record Notify(
        @Doc("An HTTP endpoint that accepts JSON.") Optional<Webhook> webhook,

        @Doc(value = "Address of a Slack incoming webhook.", example = "\"${{ secrets.chat.hook }}\"")
        Optional<String> slack,

        @Doc("An e-mail.") Optional<Email> email,

        @Doc("The message. Values of secrets in it are masked.")
        String message,

        @Doc("Whether the step fails if the message is not delivered.") @Default("false")
        boolean required)
        implements Action {

    /** An HTTP endpoint. */
    @Doc("An HTTP endpoint that receives JSON by POST.")
    @ShortForm("url")
    public record Webhook(
            @Doc("Address.") String url,

            @Doc("Headers; secrets are allowed as whole values.")
            Map<String, String> headers,

            @Doc("Body to send instead of message, pipeline, rollout, step and target.")
            Optional<JsonNode> body,

            @Doc("Whether to verify the server's certificate (HTTPS).") @Default("true")
            boolean verify) {}

    /** An e-mail. */
    @Doc("An e-mail by SMTP.")
    public record Email(
            @Doc("Mail server as host:port.") String server,

            @Doc("How the connection is secured.") @Default("starttls")
            Tls tls,

            @Doc("User of the mail server (default: no login).")
            Optional<String> user,

            @Doc(value = "Password of the user.", example = "\"${{ secrets.mail.password }}\"")
            Optional<String> password,

            @Doc("Sender.") String from,
            @Doc("Recipients.") @Required List<String> to,

            @Doc("Subject (default: pipeline and step).") Optional<String> subject) {}

    /** How a connection to a mail server is secured. */
    public enum Tls {
        @Doc("STARTTLS; fails if the server does not support it.")
        STARTTLS,
        @Doc("TLS from the start.")
        TLS,
        @Doc("No TLS.")
        NONE
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Whether the message was delivered.") boolean sent) {}
}
