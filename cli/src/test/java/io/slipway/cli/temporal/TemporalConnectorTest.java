package io.slipway.cli.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemporalConnectorTest {
    @Test
    void noTraceReachesAUser() {
        assertThat(TemporalConnector.plain("""
                        DEADLINE_EXCEEDED: deadline exceeded after 9.9s. [closed=[], open=[[Last Pick Failure=Status{code=UNAVAILABLE, cause=io.netty.AnnotatedConnectException: finishConnect(..) failed: Connection refused: /127.0.0.1:7999
                        Caused by: java.net.ConnectException: finishConnect(..) failed: Connection refused
                        \tat io.netty.channel.unix.Errors.newConnectException0(Errors.java:166)
                        }, waiting_for_connection]]]"""))
                .isEqualTo("finishConnect(..) failed: Connection refused: /127.0.0.1:7999");
        assertThat(TemporalConnector.plain("UNAVAILABLE: the server is going away\n\tat io.grpc.Status"))
                .isEqualTo("UNAVAILABLE: the server is going away");
    }

    @Test
    void theUsualSlipsAreToldInWords() {
        assertThat(Unreached.of("not an SSL/TLS record: 0000060400").cause()).contains("does not use TLS");
        assertThat(Unreached.of("First received frame was not SETTINGS. Hex dump for first 5 bytes: 485454502f")
                        .fix())
                .contains("Temporal UI", "7233");
        assertThat(Unreached.of("java.net.UnknownHostException: temporal.shop").cause())
                .isEqualTo("unknown host");
        assertThat(Unreached.of("Connection refused: /127.0.0.1:7999").cause())
                .isEqualTo("Connection refused: /127.0.0.1:7999");
    }
}
