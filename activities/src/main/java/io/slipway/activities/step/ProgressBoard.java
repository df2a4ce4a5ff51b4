package io.slipway.activities.step;

import io.slipway.workflows.contract.StepProgress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the steps of this worker say right now, and the last lines of the logs they follow; for those who watch from inside the process. */
public final class ProgressBoard {
    private final Map<String, StepProgress> running = new ConcurrentHashMap<>();

    void say(String rollout, StepProgress progress) {
        running.put(rollout + "/" + progress.step(), progress);
    }

    void clear(String rollout, String step) {
        running.remove(rollout + "/" + step);
    }

    /** What the running steps of a rollout say: step → message. */
    public Map<String, String> of(String rollout) {
        Map<String, String> messages = new TreeMap<>();
        running.forEach((key, progress) -> {
            if (key.startsWith(rollout + "/")) {
                messages.put(progress.step(), progress.message());
            }
        });
        return messages;
    }

    /** What one running step says. */
    public Optional<String> of(String rollout, String step) {
        return Optional.ofNullable(running.get(rollout + "/" + step)).map(StepProgress::message);
    }
}
