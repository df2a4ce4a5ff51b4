package io.slipway.activities.step;

import io.slipway.model.journal.Change;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.Finding;
import io.slipway.model.journal.StepDetail;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the evidence of a step in lists, for tests. */
public final class FakeRecorder implements Recorder {
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private final List<CheckResult> checks = new CopyOnWriteArrayList<>();
    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> logs = new ConcurrentHashMap<>();

    @Override
    public void change(Change change) {
        changes.add(change);
    }

    @Override
    public void check(CheckResult check) {
        checks.add(check);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }

    @Override
    public void warning(String line) {
        warnings.add(line);
    }

    @Override
    public LogSink log(String name) {
        List<String> lines = logs.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>());
        return new LogSink() {
            @Override
            public void line(String text) {
                lines.add(text);
            }

            @Override
            public void close() {
                // nothing to store
            }
        };
    }

    /** The facts about objects, in order. */
    public List<Change> changes() {
        return changes;
    }

    /** The checks, in order. */
    public List<CheckResult> checks() {
        return checks;
    }

    /** What the diagnosis found. */
    public List<Finding> findings() {
        return findings;
    }

    /** The notes. */
    public List<String> notes() {
        return notes;
    }

    /** The warnings. */
    public List<String> warnings() {
        return warnings;
    }

    /** Lines of the logs, by name. */
    public Map<String, List<String>> logs() {
        return logs;
    }

    /** The evidence as the journal keeps it. */
    public StepDetail detail() {
        return new StepDetail(changes, checks, findings, List.of(), notes);
    }
}
