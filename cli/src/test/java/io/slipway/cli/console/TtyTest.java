package io.slipway.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the kernel tells of a process and its terminal. */
class TtyTest {
    @Test
    void aProcessWhoseGroupIsNotTheTerminalsIsInTheBackground() {
        assertThat(Tty.inBackground("41 (java) S 40 40 39 34816 40 4194304")).isFalse();
        assertThat(Tty.inBackground("41 (java) S 40 40 39 34816 38 4194304")).isTrue();
        assertThat(Tty.inBackground("41 (a) R (b 1) S 40 40 39 34816 38 4194304"))
                .isTrue();
    }

    @Test
    void withoutATerminalOrAWordFromTheKernelItIsNot() {
        assertThat(Tty.inBackground("41 (java) S 40 40 39 0 -1 4194304")).isFalse();
        assertThat(Tty.inBackground("")).isFalse();
    }
}
