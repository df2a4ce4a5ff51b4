package io.slipway.activities.validate.probes;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.access.ExecResult;
import org.junit.jupiter.api.Test;

/** What Kafka 3.9.1's own tool said to a real broker, shortened by frames of its stack. */
class KafkaAnswerTest {
    private static final String LOGGED = "[2026-11-22 15:03:32,313] ERROR ";

    @Test
    void aTopicIsDescribed() {
        KafkaAnswer answer = new KafkaAnswer(new ExecResult(
                0,
                """
                Topic: asked\tTopicId: l4evvT4lTP2vO2U4ca_eGA\tPartitionCount: 3\tReplicationFactor: 1\tConfigs: \n\
                \tTopic: asked\tPartition: 0\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: \tLastKnownElr: \n\
                \tTopic: asked\tPartition: 1\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: \tLastKnownElr: \n""",
                "[2026-11-22 15:06:41,180] WARN [AdminClient clientId=adminclient-1] Connection to node -1"
                        + " (localhost/127.0.0.1:9099) could not be established. (org.apache.kafka.clients.NetworkClient)\n",
                false));

        assertThat(answer.answered()).isTrue();
        assertThat(answer.described()).containsExactly(new KafkaAnswer.Topic("asked", 3, 1));
    }

    @Test
    void noSuchTopicIsAnAnswer() {
        KafkaAnswer answer = failed(
                "Topic 'Optional[payments]' does not exist as expected",
                LOGGED + "java.lang.IllegalArgumentException: Topic 'Optional[payments]' does not exist as expected\n"
                        + "\tat org.apache.kafka.tools.TopicCommand.ensureTopicExists(TopicCommand.java:218)\n");

        assertThat(answer.answered()).isTrue();
        assertThat(answer.described()).isEmpty();
        assertThat(answer.misconfigured() || answer.refused() || answer.forbidden())
                .isFalse();
    }

    @Test
    void anUntrustedCertificateIsNamedBehindTheHandshake() {
        KafkaAnswer answer = failed("SSL handshake failed", """
                org.apache.kafka.common.errors.SslAuthenticationException: SSL handshake failed
                Caused by: javax.net.ssl.SSLHandshakeException: (certificate_unknown) PKIX path building failed
                \tat java.base/sun.security.ssl.Alert.createSSLException(Alert.java:131)
                Caused by: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path
                """);

        assertThat(answer.refused()).isTrue();
        assertThat(answer.why())
                .isEqualTo("SSL handshake failed: sun.security.provider.certpath.SunCertPathBuilderException:"
                        + " unable to find valid certification path");
    }

    @Test
    void aMechanismThatTheBrokerDoesNotHaveIsARefusal() {
        String why =
                "Client SASL mechanism 'SCRAM-SHA-512' not enabled in the server, enabled mechanisms are [SCRAM-SHA-256]";
        KafkaAnswer answer =
                failed(why, LOGGED + "org.apache.kafka.common.errors.UnsupportedSaslMechanismException: " + why + "\n");

        assertThat(answer.refused()).isTrue();
        assertThat(answer.why()).isEqualTo(why);
    }

    @Test
    void aRightToDescribeThatDoesNotReachTheConfigurationIsTooLittle() {
        KafkaAnswer answer = failed(
                "Topic authorization failed.",
                LOGGED + "org.apache.kafka.common.errors.TopicAuthorizationException: Topic authorization failed.\n");

        assertThat(answer.forbidden()).isTrue();
        assertThat(answer.refused()).isFalse();
        assertThat(answer.why()).isEqualTo("Topic authorization failed.");
    }

    @Test
    void aClientWithoutTlsRunsOutOfMemory() {
        KafkaAnswer answer = failed(
                "The AdminClient thread has exited. Call: listTopics",
                LOGGED + "Uncaught exception in thread 'kafka-admin-client-thread | adminclient-1':"
                        + " (org.apache.kafka.common.utils.KafkaThread)\njava.lang.OutOfMemoryError: Java heap space\n");

        assertThat(answer.wantsTls()).isTrue();
        assertThat(answer.why()).isEqualTo("The AdminClient thread has exited. Call: listTopics");
    }

    @Test
    void aFileThatIsNotThereIsNamedWithoutItsStack() {
        KafkaAnswer answer = said("""
                /etc/no.properties
                java.nio.file.NoSuchFileException: /etc/no.properties
                \tat java.base/sun.nio.fs.UnixException.translateToIOException(UnixException.java:92)
                """);

        assertThat(answer.misconfigured()).isTrue();
        assertThat(answer.why()).isEqualTo("java.nio.file.NoSuchFileException: /etc/no.properties");
    }

    @Test
    void aProtocolThatThereIsNotIsAMistakeOfTheProperties() {
        String why =
                "org.apache.kafka.common.config.ConfigException: Invalid value SASL_TLS for configuration security.protocol";
        KafkaAnswer answer =
                said("Invalid value SASL_TLS for configuration security.protocol\n" + why + "\n\tat org.apache\n");

        assertThat(answer.misconfigured()).isTrue();
        assertThat(answer.why()).isEqualTo(why);
    }

    @Test
    void aLoginModuleThatThereIsNotIsAMistakeOfTheProperties() {
        KafkaAnswer answer = said("""
                Failed to create new KafkaAdminClient
                org.apache.kafka.common.KafkaException: Failed to create new KafkaAdminClient
                Caused by: org.apache.kafka.common.KafkaException: Failed to create new NetworkClient
                Caused by: javax.security.auth.login.LoginException: No LoginModule found for NoModule
                """);

        assertThat(answer.misconfigured()).isTrue();
        assertThat(answer.why())
                .isEqualTo("javax.security.auth.login.LoginException: No LoginModule found for NoModule");
    }

    @Test
    void aBrokerThatNobodyKnowsIsNoMistakeOfTheProperties() {
        KafkaAnswer answer = said("""
                Failed to create new KafkaAdminClient
                org.apache.kafka.common.KafkaException: Failed to create new KafkaAdminClient
                Caused by: org.apache.kafka.common.config.ConfigException: No resolvable bootstrap urls given in bootstrap.servers
                """);

        assertThat(answer.misconfigured()).isFalse();
        assertThat(answer.answered()).isFalse();
        assertThat(answer.why()).endsWith("No resolvable bootstrap urls given in bootstrap.servers");
    }

    private static KafkaAnswer failed(String why, String stderr) {
        return new KafkaAnswer(new ExecResult(1, "Error while executing topic command : " + why + "\n", stderr, false));
    }

    private static KafkaAnswer said(String stderr) {
        return new KafkaAnswer(new ExecResult(1, "", stderr, false));
    }
}
