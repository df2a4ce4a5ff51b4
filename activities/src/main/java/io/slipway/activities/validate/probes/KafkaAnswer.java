package io.slipway.activities.validate.probes;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.exec.ExecSeen;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern WHY = Pattern.compile(
            "(?m)^Error while executing topic command ?: ?(.+)$|^Caused by: (.+)$|^Exception in thread \"[^\"]*\" (.+)$");

    /**
     * A topic.
     *
     * @param partitions how many
     * @param replicas of each partition
     */
    record Topic(String name, long partitions, long replicas) {}

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

    /** Why it failed, in Kafka's words. */
    String why() {
        String why = "";
        Matcher matcher = WHY.matcher(text());
        while (matcher.find()) {
            // The last one is the cause of those before.
            why = matcher.group(1) != null
                    ? matcher.group(1)
                    : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        }
        return why.isEmpty() ? ExecSeen.cause(result) : why.strip();
    }

    private String text() {
        return result.stderr() + "\n" + result.stdout();
    }
}
