package io.slipway.sandbox.shell;

import java.io.BufferedReader;

/** The three streams of a process. */
record Streams(BufferedReader in, Output out, Output err) {
    Streams withOut(Output other) {
        return new Streams(in, other, err);
    }

    Streams withErr(Output other) {
        return new Streams(in, out, other);
    }

    Streams withIn(BufferedReader other) {
        return new Streams(other, out, err);
    }
}
