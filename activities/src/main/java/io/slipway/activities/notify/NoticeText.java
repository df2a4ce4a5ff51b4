package io.slipway.activities.notify;

import io.slipway.model.journal.RolloutStatus;
import io.slipway.workflows.contract.NoticeActivities.Story;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What a notice says: the headline, why, what to type, and how far it is. */
final class NoticeText {
    private final Story story;

    NoticeText(Story story) {
        this.story = story;
    }

    /** One line. */
    String headline() {
        String what = story.looks() ? "re-validation of " + story.pipeline() : story.pipeline();
        return (story.simulated() ? "SIMULATION: " : "") + what + " " + word() + " on " + story.target();
    }

    private String word() {
        return switch (story.status()) {
            case PAUSED -> story.approval() ? "asks for approval" : "paused";
            case RUNNING -> "continues";
            case SUCCEEDED, FAILED, ABORTED, CANCELLED, UNDONE -> story.status().word();
        };
    }

    /** All of it. */
    String text() {
        StringBuilder text = new StringBuilder(headline());
        if (!story.reason().isEmpty()) {
            text.append('\n').append(waits()).append(story.reason());
        }
        String next = next();
        if (!next.isEmpty()) {
            text.append('\n').append(next);
        }
        return text.append('\n')
                .append(story.done())
                .append(" of ")
                .append(story.planned())
                .append(" steps done, ")
                .append(elapsed())
                .append(", rollout ")
                .append(story.rollout())
                .toString();
    }

    private String waits() {
        return story.step().isEmpty() ? "" : "step '" + story.step() + "': ";
    }

    private String next() {
        String id = story.rollout();
        String of = id + " " + story.step();
        if (story.status() == RolloutStatus.PAUSED) {
            return story.approval()
                    ? "slipway approve " + of + "   or   slipway abort " + id
                    : "slipway retry " + of + "   or   slipway skip " + of + "   or   slipway abort " + id;
        }
        return story.status() == RolloutStatus.FAILED ? "slipway report " + id : "";
    }

    private String elapsed() {
        Duration time = Duration.between(story.started(), story.at());
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }

    /** For programs. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("rollout", story.rollout());
        facts.put("pipeline", story.pipeline());
        facts.put("target", story.target());
        facts.put("status", story.status().word());
        facts.put("step", story.step());
        facts.put("reason", story.reason());
        facts.put("at", story.at().toString());
        return facts;
    }
}
