package io.slipway.cli.temporal;

/**
 * Why a Temporal server cannot be reached.
 *
 * @param cause why, in words
 * @param fix what to do
 */
record Unreached(String cause, String fix) {
    /** From the words of gRPC, which know more of bytes than of people. */
    static Unreached of(String words) {
        if (words.contains("not an SSL/TLS record")) {
            return new Unreached(
                    "the server there does not use TLS",
                    "Omit TLS (the --temporal-tls options, TEMPORAL_TLS; an API key requires TLS), or give the"
                            + " address of a server with TLS.");
        }
        if (words.contains("First received frame was not SETTINGS")) {
            return new Unreached(
                    "the server there is not a Temporal server",
                    "It may be the Temporal UI; use the port of the server, 7233 by default.");
        }
        if (words.contains("UnknownHost") || words.contains("Unable to resolve host")) {
            return new Unreached("unknown host", "Check --temporal-address and the DNS of this machine.");
        }
        return new Unreached(
                words,
                "Check --temporal-address, TLS, and that the server is running; 'slipway sandbox --temporal-port 7233' serves one"
                        + " to try.");
    }
}
