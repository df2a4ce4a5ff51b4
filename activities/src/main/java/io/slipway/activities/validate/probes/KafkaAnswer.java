package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.exec.ExecSeen;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code kafka-topics.sh} said.
 *
 * @param result its output
 */
record KafkaAnswer(ExecResult result) {
    private static final Pattern TOPIC =
            Pattern.compile("(?m)^Topic:\\s*(\\S+)\\s.*PartitionCount:\\s*(\\d+)\\s+ReplicationFactor:\\s*(\\d+)");
    private static final Pattern REFUSED = Pattern.compile(
            "Sasl\\w*Exception|Ssl\\w*Exception|SSL handshake failed|[Aa]uthentication failed|invalid credentials");
    private static final Pattern FORBIDDEN = Pattern.compile("\\w+AuthorizationException|Not authorized");
    /** What the tool says when it has made a client and that failed. */
    private static final Pattern FAILED = Pattern.compile("(?m)^Error while executing topic command ?: ?(.+)$");
    /** The properties cannot be read, or no client can be made of them. */
    private static final Pattern NO_CLIENT = Pattern.compile(
            "Failed to create new KafkaAdminClient|ConfigException|NoSuchFileException|AccessDeniedException");

    private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: (.+)$");
    private static final Pattern THROWN =
            Pattern.compile("(?m)^(?:Exception in thread \"[^\"]*\" )?((?:\\w+\\.)+\\w*(?:Exception|Error)(?:: .+)?)$");

    /**
     * A topic.
     *
     * @param partitions how many
     * @param replicas of each partition
     */
    record Topic(String name, long partitions, long replicas) {}

    /** Whether no client could be made of the properties, so that no broker was asked. */
    boolean misconfigured() {
        return !result.ok()
                && NO_CLIENT.matcher(text()).find()
                && !FAILED.matcher(text()).find()
                && !text().contains(" in bootstrap.servers");
    }

    /** Whether the client took the beginning of a TLS message for the length of an answer, and ran out of memory. */
    boolean wantsTls() {
        return !result.ok() && text().contains("AdminClient thread has exited") && text().contains("OutOfMemoryError");
    }

    /** Whether a broker has turned the client away. */
    boolean refused() {
        return !result.ok() && REFUSED.matcher(text()).find();
    }

    /** Whether the client is known, and may not see the topic. */
    boolean forbidden() {
        return !result.ok() && FORBIDDEN.matcher(text()).find();
    }

    /** Whether a broker has answered; that there is no such topic is an answer as well. */
    boolean answered() {
        return result.ok() || text().contains("does not exist as expected");
    }

    /** The topics that are described; the tool takes a name for a pattern, so there may be others. */
    List<Topic> described() {
        return TOPIC.matcher(result.stdout())
                .results()
                .map(found -> new Topic(found.group(1), Long.parseLong(found.group(2)), Long.parseLong(found.group(3))))
                .toList();
    }

    /** The topics that are listed. */
    List<String> listed() {
        return result.ok()
                ? result.stdout()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
    }

    /** Why it failed, in Kafka's words: what the tool says, and the innermost cause where it says one. */
    String why() {
        String why = Stream.of(first(FAILED), last(CAUSE))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(": "));
        return why.isEmpty() ? first(THROWN).orElseGet(() -> ExecSeen.cause(result)) : why;
    }

    private Optional<String> first(Pattern pattern) {
        return pattern.matcher(text())
                .results()
                .findFirst()
                .map(found -> found.group(1).strip());
    }

    private Optional<String> last(Pattern pattern) {
        return pattern.matcher(text())
                .results()
                .reduce((before, next) -> next)
                .map(found -> found.group(1).strip());
    }

    private String text() {
        return result.stderr() + "\n" + result.stdout();
    }
}
