package io.slipway.cli.temporal;

import io.slipway.cli.console.Environment;
import io.temporal.envconfig.ClientConfigTLS;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of TLS. Any of them, or an API key, switches TLS on. */
final class TlsOptions {
    @Option(names = "--temporal-tls", description = "Use TLS (TEMPORAL_TLS=true).")
    private boolean tls;

    @Option(
            names = "--temporal-tls-cert",
            paramLabel = "FILE",
            description = "PEM file with the client certificate (TEMPORAL_TLS_CLIENT_CERT_PATH).")
    private Optional<Path> certificate = Optional.empty();

    @Option(
            names = "--temporal-tls-key",
            paramLabel = "FILE",
            description = "PEM file (PKCS#8) with the client key (TEMPORAL_TLS_CLIENT_KEY_PATH).")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--temporal-tls-ca",
            paramLabel = "FILE",
            description = "PEM file with the CA certificates to trust (TEMPORAL_TLS_SERVER_CA_CERT_PATH).")
    private Optional<Path> authority = Optional.empty();

    @Option(
            names = "--temporal-tls-server-name",
            paramLabel = "NAME",
            description = "Name in the server's certificate, if not the host name (TEMPORAL_TLS_SERVER_NAME).")
    private Optional<String> serverName = Optional.empty();

    void applyTo(TemporalProfile profile, Environment environment) {
        if (!tls && certificate.isEmpty() && key.isEmpty() && authority.isEmpty() && serverName.isEmpty()) {
            return;
        }
        ClientConfigTLS.Builder builder = profile.tls().setDisabled(false);
        Path directory = environment.directory();
        certificate.map(directory::resolve).map(Path::toString).ifPresent(builder::setClientCertPath);
        key.map(directory::resolve).map(Path::toString).ifPresent(builder::setClientKeyPath);
        authority.map(directory::resolve).map(Path::toString).ifPresent(builder::setServerCACertPath);
        serverName.ifPresent(builder::setServerName);
        profile.tls(builder.build());
    }
}
