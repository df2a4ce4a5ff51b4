package io.slipway.cli.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;

/** Writes events as another encoder does, without secrets and without traces of outages. */
final class MaskingEncoder extends EncoderBase<ILoggingEvent> {
    private final Encoder<ILoggingEvent> written;

    MaskingEncoder(Encoder<ILoggingEvent> written) {
        this.written = written;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return LogMask.hide(new String(written.encode(Outage.brief(event)), UTF_8))
                .getBytes(UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return written.headerBytes();
    }

    @Override
    public byte[] footerBytes() {
        return written.footerBytes();
    }

    @Override
    public void start() {
        written.start();
        super.start();
    }

    @Override
    public void stop() {
        written.stop();
        super.stop();
    }
}
