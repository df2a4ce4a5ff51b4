package io.slipway.activities.reach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.activities.step.Pace;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that begins to answer and does not go on, as one does that hangs, or whose network is cut. */
@Timeout(60)
class HttpSenderTest {
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private ServerSocket server;
    private HttpSender sender;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        sender = new HttpSender(new Target("any", "any", null, Pace.REAL, false, false, Optional.empty()));
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() throws IOException {
        sender.close();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void serve() {
        try {
            Socket socket = server.accept();
            open.add(socket);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes(UTF_8));
            answered.countDown();
        } catch (IOException closed) {
            // the test is over
        }
    }

    private HttpAsk ask(Duration timeout) {
        return HttpAsk.get(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"), timeout);
    }

    @Test
    void aBodyThatDoesNotEndIsNoAnswerInTime() {
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> sender.send(ask(Duration.ofMillis(500))));
        assertThat(failure.failure().message()).startsWith("no response from http://127.0.0.1:");
        assertThat(failure.failure().cause()).isEqualTo("it did not respond in time");
    }

    /** A step that is cancelled has not failed. */
    @Test
    void whoIsInterruptedWhileABodyComesIsToldSo() throws InterruptedException {
        Thread step = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            try {
                answered.await();
                step.interrupt();
            } catch (InterruptedException never) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> sender.send(ask(Duration.ofSeconds(30)))).isInstanceOf(InterruptedException.class);
    }
}
