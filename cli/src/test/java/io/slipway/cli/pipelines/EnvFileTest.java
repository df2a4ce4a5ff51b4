package io.slipway.cli.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvFileTest {
    @Test
    void commentsAreNoPartOfValues() {
        assertThat(EnvFile.read("env", """
                        # a comment
                        export PLAIN = a#b  # said of it
                        DOUBLE="a # b" # said of it
                        SINGLE='a "b"'
                        EMPTY= # nothing
                        HASH=#1
                        ODD="a"b"
                        """))
                .containsEntry("PLAIN", "a#b")
                .containsEntry("DOUBLE", "a # b")
                .containsEntry("SINGLE", "a \"b\"")
                .containsEntry("EMPTY", "")
                .containsEntry("HASH", "#1")
                .containsEntry("ODD", "a\"b");
    }
}
