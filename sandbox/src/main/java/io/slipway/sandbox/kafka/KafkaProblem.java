package io.slipway.sandbox.kafka;

/** Why a client cannot use a broker; the message is the exception of Kafka's client. */
public final class KafkaProblem extends Exception {
    private static final long serialVersionUID = 1L;

    KafkaProblem(String message) {
        super(message);
    }
}
