package io.slipway.sandbox.api.pods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PodConnectionTest {
    private final List<byte[]> received = new CopyOnWriteArrayList<>();

    private void awaitEnd() {
        await().atMost(Duration.ofMinutes(1)).until(() -> !received.isEmpty() && received.getLast().length == 0);
    }

    @Test
    void aConnectionThatBreaksEndsAsOneThatIsClosedDoes() throws IOException {
        try (ServerSocket pod = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PodConnection connection = PodConnection.open((InetSocketAddress) pod.getLocalSocketAddress())) {
            connection.follow(received::add);
            try (Socket accepted = pod.accept()) {
                accepted.setSoLinger(true, 0); // a reset in place of an end
            }
            awaitEnd();
        }
    }

    /** A port-forward that is held open for a day must not keep the sockets of all its connections. */
    @Test
    void theSocketIsClosedWhenThePodHasSaidAll() throws IOException {
        try (ServerSocket pod = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PodConnection connection = PodConnection.open((InetSocketAddress) pod.getLocalSocketAddress())) {
            connection.follow(received::add);
            try (Socket accepted = pod.accept()) {
                accepted.getOutputStream().write(1);
                accepted.shutdownOutput();
                awaitEnd();
                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(received.getFirst()).containsExactly(1);
        }
    }
}
