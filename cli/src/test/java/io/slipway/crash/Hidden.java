package io.slipway.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.activities.secrets.SecretForms;
import io.slipway.activities.secrets.ValueMasker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Secrets with characters that shells, JSON, YAML, SQL and patterns take for their own, and where they turned up. */
final class Hidden {
    /** Environment variables: the source {@code env} with the prefix TRICKY. */
    static final Map<String, String> VARIABLES =
            Map.of("TRICKY_PASSWORD", "p\"Zq7corepass'$HOME`$1\\n<&>", "TRICKY_TOKEN", "Bearer{Vx9coretoken}$$%41+/='");

    /** A file: several lines, and letters outside ASCII. */
    static final String PEM = "-----BEGIN PRIVATE KEY-----\nMIIEvKx4corepemAQ/+b83==\nü€ΩLw5corelast\"'$x\n"
            + "-----END PRIVATE KEY-----";

    /** Letters from the middle of each value: no escaping changes them. */
    private static final List<String> CORES = List.of("Zq7corepass", "Vx9coretoken", "Kx4corepem", "Lw5corelast");

    private Hidden() {}

    /** Everything that gives a secret away. */
    static Set<String> forms() {
        Stream<String> values = Stream.concat(VARIABLES.values().stream(), Stream.of(PEM));
        return Stream.concat(values.flatMap(value -> SecretForms.of(value).stream()), CORES.stream())
                .filter(form -> form.length() >= ValueMasker.SHORTEST)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The forms that are in a text. */
    static List<String> in(String text) {
        return forms().stream().filter(text::contains).toList();
    }

    /** The files in a folder that hold a form, the sandbox cluster's own store left out, with the forms. */
    static Map<String, List<String>> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("sandbox")))
                    .collect(Collectors.toMap(Path::toString, file -> in(text(file))))
                    .entrySet()
                    .stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** A file as a text; bytes that are none become marks and hide nothing beside them. */
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
