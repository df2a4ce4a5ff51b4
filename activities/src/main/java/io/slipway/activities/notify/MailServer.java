package io.slipway.activities.notify;

import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Notify;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where mail is handed in.
 *
 * @param host its name or address
 * @param port its port
 */
record MailServer(String host, int port) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+]):([0-9]{1,5})");

    static MailServer of(Notify.Email email) {
        Matcher parts = FORM.matcher(email.server());
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw StepFailure.permanent(
                    "'" + email.server() + "' is not a mail server",
                    "it is not a host and a port",
                    "write host:port, such as mail.example.com:587");
        }
        return new MailServer(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    boolean isLoopback() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /** The settings of Jakarta Mail for it; no answer may take longer than {@code patience}. */
    Properties properties(Notify.Email email, Duration patience) {
        Properties properties = new Properties();
        String millis = String.valueOf(patience.toMillis());
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", String.valueOf(email.user().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (email.tls()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }
}
