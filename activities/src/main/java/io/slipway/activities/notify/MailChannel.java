package io.slipway.activities.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Notify;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;

/**
 * Sends an e-mail by SMTP.
 *
 * @param email as written
 */
record MailChannel(Notify.Email email) implements Channel {
    @Override
    public String display() {
        return String.join(", ", email.to()) + " by " + email.server();
    }

    @Override
    public void check() {
        MailServer.of(email);
        address(email.from());
        email.to().forEach(MailChannel::address);
        if (email.user().isPresent() != email.password().isPresent()) {
            throw StepFailure.permanent(
                    "the login at " + email.server() + " is incomplete",
                    email.user().isPresent()
                            ? "there is a user without a password"
                            : "there is a password without a user",
                    "set both, or neither");
        }
    }

    private static InternetAddress address(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException wrong) {
            throw StepFailure.permanent(
                    "'" + text + "' is not an e-mail address", String.valueOf(wrong.getMessage()), "write name@host");
        }
    }

    @Override
    public void deliver(Message message, Delivery delivery) throws InterruptedException {
        MailServer server = MailServer.of(email);
        if (delivery.simulated() && !server.isLoopback()) {
            throw StepFailure.of("", "the sandbox does not send mail", "run the pipeline on a cluster");
        }
        Session session = Session.getInstance(server.properties(email, HttpAsk.patience(delivery.left())));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(
                    server.host(),
                    server.port(),
                    email.user().orElse(null),
                    email.password().orElse(null));
            MimeMessage mail = mail(message, session);
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException refused) {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while a mail was sent");
            }
            throw failure(refused, delivery.masker());
        }
    }

    @SuppressWarnings("JavaUtilDate") // Jakarta Mail asks for it
    private MimeMessage mail(Message message, Session session) throws MessagingException {
        MimeMessage mail = new Keyed(session, message.key());
        mail.setFrom(address(email.from()));
        for (String to : email.to()) {
            mail.addRecipient(RecipientType.TO, address(to));
        }
        mail.setSubject(email.subject().orElseGet(message::subject), UTF_8.name());
        mail.setText(message.text(), UTF_8.name());
        mail.setSentDate(new Date());
        mail.saveChanges();
        return mail;
    }

    private StepFailure failure(MessagingException refused, Masker masker) {
        Throwable root = refused;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        boolean login = refused instanceof AuthenticationFailedException;
        String said = String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
        return StepFailure.of(
                "",
                masker.mask((login ? "the mail server refused the login: " : "") + said),
                login
                        ? "correct user and password"
                        : "check that the mail server is running, accepts mail from this sender, and supports the security set by 'tls'");
    }

    /** A mail whose id is made from the key, so that a second delivery is known as the same. */
    private static final class Keyed extends MimeMessage {
        private final String key;

        Keyed(Session session, String key) {
            super(session);
            this.key = key;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + key + "@slipway>");
        }
    }
}
