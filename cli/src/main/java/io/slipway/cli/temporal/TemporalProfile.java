package io.slipway.cli.temporal;

import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.ClientConfigTLS;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Collects the settings of one server, from Temporal's environment variables and, when {@code TEMPORAL_PROFILE} or
 * {@code TEMPORAL_CONFIG_FILE} asks for it, its configuration file.
 */
final class TemporalProfile {
    private static final Pattern ADDRESS = Pattern.compile("\\S+:\\d{1,5}");

    private ClientConfigProfile profile;

    private TemporalProfile(ClientConfigProfile profile) {
        this.profile = profile;
    }

    static TemporalProfile load(Environment environment) {
        boolean file = environment.variable("TEMPORAL_PROFILE").isPresent()
                || environment.variable("TEMPORAL_CONFIG_FILE").isPresent();
        try {
            return new TemporalProfile(ClientConfigProfile.load(LoadClientConfigProfileOptions.newBuilder()
                    .setEnvOverrides(environment.variables())
                    .setDisableFile(!file)
                    .build()));
        } catch (IOException | IllegalArgumentException e) {
            throw CliException.invalid(
                    "Temporal's configuration cannot be read: " + e.getMessage(),
                    "Check TEMPORAL_PROFILE and TEMPORAL_CONFIG_FILE.");
        }
    }

    void address(String value) {
        profile = profile.toBuilder().setAddress(value).build();
    }

    void namespace(String value) {
        profile = profile.toBuilder().setNamespace(value).build();
    }

    void apiKey(Path file) {
        try {
            profile = profile.toBuilder()
                    .setApiKey(Files.readString(file).strip())
                    .build();
        } catch (IOException e) {
            throw CliException.invalid("the API key " + file + " cannot be read", "Check --temporal-api-key-file.");
        }
    }

    ClientConfigTLS.Builder tls() {
        return Optional.ofNullable(profile.getTls())
                .map(ClientConfigTLS::toBuilder)
                .orElseGet(ClientConfigTLS::newBuilder);
    }

    void tls(ClientConfigTLS value) {
        profile = profile.toBuilder().setTls(value).build();
    }

    /** The settings, complete and consistent. */
    ClientConfigProfile checked(String usualNamespace) {
        String address = Optional.ofNullable(profile.getAddress()).orElse("");
        if (!ADDRESS.matcher(address).matches()) {
            throw CliException.invalid(
                    "'" + address + "' is not an address of a Temporal server",
                    "Write HOST:PORT, such as 127.0.0.1:7233.");
        }
        if (profile.getTls() != null) {
            check(profile.getTls());
        }
        boolean unnamed =
                profile.getNamespace() == null || profile.getNamespace().isEmpty();
        return unnamed ? profile.toBuilder().setNamespace(usualNamespace).build() : profile;
    }

    private static void check(ClientConfigTLS tls) {
        boolean certificate = tls.getClientCertPath() != null || tls.getClientCertData() != null;
        boolean key = tls.getClientKeyPath() != null || tls.getClientKeyData() != null;
        if (certificate != key) {
            throw CliException.invalid(
                    "TLS has a client " + (certificate ? "certificate without a key" : "key without a certificate"),
                    "Give both --temporal-tls-cert and --temporal-tls-key, or neither.");
        }
        Stream.of(tls.getClientCertPath(), tls.getClientKeyPath(), tls.getServerCACertPath())
                .filter(file -> file != null && !file.isEmpty() && !Files.isReadable(Path.of(file)))
                .findFirst()
                .ifPresent(file -> {
                    throw CliException.invalid(
                            "the TLS file " + file + " cannot be read", "Check its path and permissions.");
                });
    }
}
