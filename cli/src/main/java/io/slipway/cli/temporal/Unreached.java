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
                    "what answers there does not speak TLS",
                    "Leave TLS out (--temporal-tls and the options beside it, TEMPORAL_TLS; an API key needs TLS), or give the"
                            + " address of a server that has it.");
        }
        if (words.contains("First received frame was not SETTINGS")) {
            return new Unreached(
                    "what answers there is no Temporal server",
                    "It may be the Temporal UI, which has a port of its own: give that of the server, by default 7233.");
        }
        if (words.contains("UnknownHost") || words.contains("Unable to resolve host")) {
            return new Unreached(
                    "there is no host of that name",
                    "Check --temporal-address, and the names that this machine knows.");
        }
        return new Unreached(
                words,
                "Check --temporal-address, TLS, and that the server runs; 'slipway sandbox --temporal-port 7233' serves one"
                        + " to try.");
    }
}
