package io.slipway.cli.system;

import io.slipway.cli.error.CliException;
import java.net.InetSocketAddress;

/** Where something is served: a port on loopback, or a host and a port. */
final class ListenAddress {
    private ListenAddress() {}

    /**
     * Reads what was typed.
     *
     * @param option the option that it was typed for
     * @throws CliException when it is no port
     */
    @SuppressWarnings("AddressSelection") // to listen at, where any address of that name will do
    static InetSocketAddress parse(String option, String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "127.0.0.1" : text.substring(0, colon);
        try {
            return new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw CliException.invalid(
                    "'" + text + "' is not a port", "Write " + option + " 8081 or " + option + " 0.0.0.0:8081.");
        }
    }
}
