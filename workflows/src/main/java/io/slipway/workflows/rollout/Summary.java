package io.slipway.workflows.rollout;

import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.workflows.contract.Waiting;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The short Markdown text that the Temporal UI shows as the run's current details. Its size does not grow with the plan. */
final class Summary {
    private static final int LINES = 12;
    private static final int WAITING = 3;
    private static final int DIFFERENCE = 30;

    private Summary() {}

    static String of(Run run, int planned) {
        Ledger ledger = run.ledger();
        StringBuilder text = new StringBuilder();
        text.append("### ")
                .append(ledger.journal().pipeline())
                .append(" on ")
                .append(run.target().name());
        if (run.target().simulated()) {
            text.append(" (simulation)");
        }
        text.append(" — ").append(ledger.status().word()).append("\n\n");
        if (!ledger.journal().message().isEmpty() && run.decisions().open().isEmpty()) {
            text.append(ledger.journal().message()).append("\n\n");
        }
        run.decisions().open().entrySet().stream()
                .limit(WAITING)
                .forEach(each -> waiting(text, ledger, each.getKey(), each.getValue()));
        text.append(count(ledger.counts(), StepStatus.SUCCEEDED))
                .append(" of ")
                .append(planned)
                .append(" steps done");
        for (StepStatus status : List.of(
                StepStatus.RUNNING, StepStatus.RETRYING, StepStatus.PAUSED, StepStatus.FAILED, StepStatus.SKIPPED)) {
            int many = count(ledger.counts(), status);
            if (many > 0) {
                text.append(", ").append(many).append(' ').append(status.name().toLowerCase(Locale.ROOT));
            }
        }
        text.append("\n\n");
        latest(text, ledger);
        return text.toString();
    }

    /** What waits for a person, why, and how it is decided from the UI: there is no other way to learn that there. */
    private static void waiting(StringBuilder text, Ledger ledger, String step, Waiting what) {
        text.append("**").append(step).append(what.approval() ? "** waits for approval: " : "** failed: ");
        text.append(what.reason()).append("\n\n");
        ledger.step(step).flatMap(WhyFailed::of).ifPresent(why -> {
            line(text, "cause", why.cause());
            line(text, "fix", why.fix());
        });
        ahead(text, what.ahead());
        text.append("Send the Update `")
                .append(String.join("`, `", what.updates()))
                .append("` with `{\"step\": \"")
                .append(step)
                .append("\"}`")
                .append(what.approval() ? "" : ", or `amend` with `{}` after correcting the pipeline")
                .append("\n\n");
    }

    /** What is still to come, so that a person knows what the approval is for. */
    private static void ahead(StringBuilder text, Ahead ahead) {
        if (ahead.difference().isEmpty()) {
            return;
        }
        text.append("Remaining, ").append(ahead.inShort()).append("\n\n");
        List<String> lines =
                ahead.difference().stream().skip(1).limit(DIFFERENCE).toList();
        if (!lines.isEmpty()) {
            text.append("```\n")
                    .append(String.join("\n", lines).replace("```", "` ` `"))
                    .append("\n```\n\n");
        }
    }

    private static void line(StringBuilder text, String what, String value) {
        if (!value.isEmpty()) {
            text.append(what).append(": ").append(value).append("\n\n");
        }
    }

    private static int count(Map<StepStatus, Integer> counts, StepStatus status) {
        return counts.getOrDefault(status, 0);
    }

    private static void latest(StringBuilder text, Ledger ledger) {
        for (StepRecord record : ledger.latest(LINES)) {
            text.append("- ")
                    .append(sign(record.status()))
                    .append(' ')
                    .append(record.stage())
                    .append(" / ")
                    .append(record.step());
            record.result()
                    .filter(result -> !result.summary().isEmpty())
                    .ifPresent(result -> text.append(": ").append(result.summary()));
            text.append('\n');
        }
    }

    private static String sign(StepStatus status) {
        return switch (status) {
            case SUCCEEDED -> "✓";
            case FAILED -> "✗";
            case RUNNING, RETRYING -> "▸";
            case PAUSED -> "‖";
            case SKIPPED -> "–";
            case PENDING -> "·";
            case UNDONE -> "↶";
        };
    }
}
