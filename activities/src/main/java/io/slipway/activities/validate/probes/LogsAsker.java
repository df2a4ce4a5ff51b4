package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.access.LogSource;
import io.slipway.activities.cluster.access.PodFinder;
import io.slipway.activities.cluster.access.PodLogs;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.model.action.Probe.LogsProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the logs of pods. What must be in a log must be in that of every pod; what must not, in none. */
final class LogsAsker implements Asker<LogsProbe> {
    @Override
    public String subject(LogsProbe probe) {
        return "the log of " + new Where(probe.of(), probe.selector(), probe.container()).display();
    }

    @Override
    public String rule(LogsProbe probe) {
        return probe.contains()
                .map(text -> "the log of every pod contains '" + text + "'")
                .or(() -> probe.matches().map(pattern -> "a line of every pod's log matches " + pattern.value()))
                .or(() -> probe.absent().map(pattern -> "no line of the logs matches " + pattern.value()))
                .orElse("the pods have logs");
    }

    @Override
    public String byHand(LogsProbe probe, String namespace) {
        String which = probe.selector()
                .map(selector -> "-l '" + selector + "'")
                .orElseGet(() -> probe.of().orElseThrow().value());
        return "kubectl logs -n " + namespace + " " + which + " --tail=" + probe.tail();
    }

    @Override
    public Calls calls(LogsProbe probe, Reach reach) throws InterruptedException {
        return reach.callsToFind(new Where(probe.of(), probe.selector(), probe.container()))
                .and(PodLogs.calls(reach.context().namespace()));
    }

    @Override
    public Seen ask(LogsProbe probe, Reach reach) throws InterruptedException {
        List<JsonNode> pods = reach.pods(new Where(probe.of(), probe.selector(), probe.container()));
        if (pods.isEmpty()) {
            return Seen.nothing(
                    "no pods",
                    "no pod with " + probe.selector().orElse("that name") + " in namespace "
                            + reach.context().namespace(),
                    "deploy them in an earlier step, or correct the selector");
        }
        Map<String, List<String>> logs = new LinkedHashMap<>();
        for (JsonNode pod : pods) {
            PodRef container = container(pod, probe.container(), reach.context().namespace());
            logs.put(
                    container.pod(),
                    new PodLogs(reach.cluster()).read(LogSource.of(container).last(probe.tail())));
        }
        return judged(probe, logs, byHand(probe, reach.context().namespace()));
    }

    private static Seen judged(LogsProbe probe, Map<String, List<String>> logs, String byHand) {
        List<String> lines = new ArrayList<>();
        logs.values().forEach(lines::addAll);
        Seen seen = Seen.good(Map.of("lines", lines, "pods", (long) logs.size()), summary(probe, logs));
        for (Map.Entry<String, List<String>> log : logs.entrySet()) {
            Optional<String> trouble = trouble(probe, log.getValue());
            if (trouble.isPresent()) {
                return seen.lacks("the log of pod/" + log.getKey() + " " + trouble.get(), "full log: " + byHand);
            }
        }
        return seen;
    }

    private static Optional<String> trouble(LogsProbe probe, List<String> lines) {
        if (probe.contains().isPresent()
                && lines.stream()
                        .noneMatch(line -> line.contains(probe.contains().get()))) {
            return Optional.of("does not contain '" + probe.contains().get() + "'" + last(lines));
        }
        if (probe.matches().isPresent()
                && first(lines, probe.matches().get().pattern()).isEmpty()) {
            return Optional.of(
                    "has no line that matches " + probe.matches().get().value() + last(lines));
        }
        return probe.absent()
                .flatMap(pattern -> first(lines, pattern.pattern()))
                .map(line -> "says: " + line.strip());
    }

    private static Optional<String> first(List<String> lines, Pattern pattern) {
        return lines.stream().filter(line -> pattern.matcher(line).matches()).findFirst();
    }

    private static String last(List<String> lines) {
        List<String> last = Excerpt.lastLines(String.join("\n", lines), 1);
        return last.isEmpty() ? "; it is empty" : "; its last line is: " + last.getFirst();
    }

    private static String summary(LogsProbe probe, Map<String, List<String>> logs) {
        int count = logs.values().stream().mapToInt(List::size).sum();
        String found = logs.values().stream()
                .flatMap(List::stream)
                .filter(line -> probe.contains().map(line::contains).orElse(false)
                        || probe.matches()
                                .map(pattern -> pattern.pattern().matcher(line).matches())
                                .orElse(false))
                .findFirst()
                .map(line -> ": " + line.strip())
                .orElse("");
        return count + " lines of " + logs.size() + (logs.size() == 1 ? " pod" : " pods") + found;
    }

    private static PodRef container(JsonNode pod, Optional<String> container, String namespace) {
        return new PodRef(namespace, pod.path("metadata").path("name").asText(), PodFinder.container(pod, container));
    }
}
