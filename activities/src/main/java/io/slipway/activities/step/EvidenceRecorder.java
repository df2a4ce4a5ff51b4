package io.slipway.activities.step;

import io.slipway.activities.secrets.Masker;
import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.StoreTrouble;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.Finding;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Collects the evidence of one try, masked. */
final class EvidenceRecorder implements Recorder {
    /** Lines kept of one log; the first and the last of a longer one. */
    private static final int LOG_LINES = 20_000;

    private static final int WARNINGS = 20;

    private final BlobStore blobs;
    private final Masker masker;
    private final List<Change> changes = new ArrayList<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<StepDetail.LogRef> logs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<KeptLog> open = ConcurrentHashMap.newKeySet();

    EvidenceRecorder(BlobStore blobs, Masker masker) {
        this.blobs = blobs;
        this.masker = masker;
    }

    @Override
    public synchronized void change(Change change) {
        changes.add(change);
    }

    @Override
    public synchronized void check(CheckResult check) {
        checks.add(check);
    }

    @Override
    public synchronized void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public synchronized void note(String line) {
        notes.add(line);
    }

    @Override
    public synchronized void warning(String line) {
        warnings.add(line);
    }

    @Override
    public LogSink log(String name) {
        KeptLog log = new KeptLog(name);
        open.add(log);
        return log;
    }

    synchronized List<String> warnings() {
        return warnings.stream().limit(WARNINGS).map(masker::mask).toList();
    }

    synchronized boolean hasChanges() {
        return !changes.isEmpty();
    }

    /** How many changes and checks of each kind, for the journal. */
    synchronized Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        changes.forEach(change -> counts.merge(change.kind().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
        checks.forEach(check -> counts.merge(word(check), 1L, Long::sum));
        return counts;
    }

    private static String word(CheckResult check) {
        if (check.passed()) {
            return "checksPassed";
        }
        return check.warning() ? "checksWarned" : "checksFailed";
    }

    /** Stores the evidence; empty when there is none. Of a log that somebody still follows it has what there is by now. */
    Optional<String> store() {
        open.forEach(KeptLog::store); // without the lock, for which one that closes itself may wait
        return stored();
    }

    private synchronized Optional<String> stored() {
        StepDetail detail = new StepDetail(changes, checks, findings, logs, notes);
        return detail.isEmpty()
                ? Optional.empty()
                : Optional.of(blobs.putText(Json.write(MaskedJson.of(detail, StepDetail.class, masker))));
    }

    private synchronized void keep(StepDetail.LogRef log) {
        logs.add(log);
    }

    private final class KeptLog implements LogSink {
        private final String name;
        private final List<String> lines = new ArrayList<>();
        private long count;
        private boolean closed;

        KeptLog(String name) {
            this.name = name;
        }

        @Override
        public synchronized void line(String text) {
            if (closed) {
                return;
            }
            count++;
            lines.add(masker.mask(text));
            if (lines.size() > LOG_LINES) {
                lines.subList(LOG_LINES / 2, LOG_LINES / 2 + 1000).clear();
            }
        }

        /** A store that is away is no reason to do again what the log is of: the end of the step keeps it. */
        @Override
        public void close() {
            try {
                store();
            } catch (StoreTrouble away) {
                // it is still open
            }
        }

        synchronized void store() {
            closed = true;
            if (count > 0 && open.contains(this)) {
                keep(new StepDetail.LogRef(name, blobs.putText(String.join("\n", lines) + "\n"), count));
            }
            open.remove(this);
        }
    }
}
