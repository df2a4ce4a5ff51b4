package io.slipway.sandbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
    /** A container of files. */
    private static final class Files implements ShellHost {
        private final Map<String, String> files = new HashMap<>(Map.of("/etc/motd", "hello\nworld\n"));

        @Override
        public Optional<Command> command(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> read(String path) {
            return Optional.ofNullable(files.get(path));
        }

        @Override
        public void write(String path, String text) {
            files.put(path, text);
        }

        @Override
        public Optional<List<String>> list(String path) {
            return path.equals("/etc") ? Optional.of(List.of("motd")) : Optional.empty();
        }

        @Override
        public void sleep(Duration time) {}

        @Override
        public String hostname() {
            return "box-0";
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "echo a b               ; 0 ; a b~",
                "echo \"$X\" '$X' $X    ; 0 ; 1  2 $X 1 2~",
                "echo ${Y:-none}-${X}   ; 0 ; none-1 2~",
                "false && echo no       ; 1 ; ~",
                "false !! echo yes      ; 0 ; yes~",
                "cat /etc/motd ^ grep -c o ; 0 ; 2~",
                "cat /etc/motd ^ grep w ^ wc -l ; 0 ; 1~",
                "seq 3 ^ tail -n 1      ; 0 ; 3~",
                "echo x > /tmp/f, cat /tmp/f ; 0 ; x~",
                "echo e 1>&2            ; 0 ; ERR e~",
                "cat /none 2>/dev/null  ; 1 ; ~",
                "for i in 1 2 3, do echo $i, if [ $i = 2 ], then break, fi, done ; 0 ; 1~2~",
                "echo $(hostname)       ; 0 ; box-0~",
                "set -e, false, echo no ; 1 ; ~",
                "A=5, echo \"v$A\"      ; 0 ; v5~",
                "exit 4                 ; 4 ; ~",
                "nope                   ; 127 ; ERR sh: nope: not found~",
                "echo 'open             ; 2 ; ERR sh: syntax error: unterminated quoted string~",
                "[ -f /etc/motd ] && [ 3 -gt 2 ] && echo ok ; 0 ; ok~",
                "printf 'k=%s\\n' v ^ cut -d= -f2 ; 0 ; v~",
                "echo ok ^ base64 ^ base64 -d ; 0 ; ok~",
                "while true, do break, done, echo $? ; 0 ; 0~",
                "for i in 1 2 3, do if [ $i = 2 ], then continue, fi, echo $i, done ; 0 ; 1~3~",
                "break, continue, echo on ; 0 ; on~",
                "while true, do echo y, done ^ head -n 2 ; 0 ; y~y~",
                "while true, do echo y, done ^ head -n 1 ^ wc -l ; 0 ; 1~",
                "while true, do echo y, done ^ true ; 0 ; ~",
                "for i in 1 2, do echo $i ^ while true, do break, done, done, echo $i ; 0 ; 2~",
            })
    void runs(String line) throws InterruptedException {
        String[] parts = line.split(" ; ", 3);
        String script = parts[0].strip().replace(", ", "; ").replace("^", "|").replace("!!", "||");
        StringBuilder out = new StringBuilder();
        Shell shell = new Shell("sh", Map.of("X", "1  2"), new Files());
        int code = shell.run(
                script,
                new BufferedReader(new StringReader("")),
                out::append,
                text -> out.append("ERR ").append(text));
        assertThat(code).as(script).isEqualTo(Integer.parseInt(parts[1].strip()));
        assertThat(out.toString())
                .as(script)
                .isEqualTo(
                        parts.length < 3
                                ? ""
                                : parts[2].strip().replace("~", "\n").replaceFirst("^\n$", ""));
    }
}
