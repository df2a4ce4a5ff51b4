package io.slipway.cli.engine;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * What the first handshake of a process needs, made ready on another core while the kubeconfig is read: its classes, and code
 * for the arithmetic of its keys. That is a tenth of a second that is waited for otherwise.
 */
final class TlsStack {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private TlsStack() {}

    /** Begins, once for all clusters of a process, and does not wait. What is wrong is told by the handshake itself. */
    static void warm() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("slipway-tls").start(TlsStack::hello);
        }
    }

    /** Writes the first message of a handshake, for nobody. */
    private static void hello() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            engine.beginHandshake();
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (GeneralSecurityException | SSLException none) {
            // without it the handshake takes longer
        }
    }
}
