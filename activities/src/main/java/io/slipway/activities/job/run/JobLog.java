package io.slipway.activities.job.run;

import io.slipway.activities.step.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a job said: kept with the report as it comes, and its last lines for expressions. Thread-safe. */
public final class JobLog {
    private static final int MOST_LINES = 20_000;

    private final Recorder recorder;
    private final List<String> lines = new ArrayList<>();

    /** A log that leaves its lines with a recorder. */
    public JobLog(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Opens a part of the log, such as that of a pod; its lines also count as the job's. */
    public Part open(String name) {
        return new Part(recorder.log(name));
    }

    /** The lines so far; when there are very many, only the last. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    private synchronized void add(String line) {
        if (lines.size() >= MOST_LINES) {
            lines.removeFirst();
        }
        lines.add(line);
    }

    /** One part of the log. */
    public final class Part implements AutoCloseable, Consumer<String> {
        private final Recorder.LogSink sink;

        private Part(Recorder.LogSink sink) {
            this.sink = sink;
        }

        @Override
        public synchronized void accept(String line) {
            sink.line(line);
            add(line);
        }

        @Override
        public synchronized void close() {
            sink.close();
        }
    }
}
