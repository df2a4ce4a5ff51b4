package io.slipway.cli.rollouts;

import io.slipway.activities.preview.Effect;
import io.slipway.activities.preview.ObjectPreview;
import io.slipway.activities.preview.RolloutPreview;
import io.slipway.activities.preview.StepPreview;
import io.slipway.reports.text.Palette;
import io.slipway.reports.words.Mark.Tone;

/** A preview for people: stages, steps and objects, with the diffs of what changes. */
final class PlanText {
    private final Palette palette;
    private final boolean full;
    private final StringBuilder text = new StringBuilder();

    /**
     * A text in those colours.
     *
     * @param full whether new objects are shown with all their fields
     */
    PlanText(Palette palette, boolean full) {
        this.palette = palette;
        this.full = full;
    }

    String of(RolloutPreview preview, String hash) {
        line(palette.bold(preview.pipeline()) + " on " + preview.target() + ", namespace " + preview.namespace()
                + (preview.simulated() ? "  " + palette.banner("SIMULATION (sandbox)") : ""));
        String stage = "";
        for (StepPreview step : preview.steps()) {
            if (!step.stage().equals(stage)) {
                stage = step.stage();
                line("");
                line(palette.bold(stage));
            }
            step(step);
        }
        if (!preview.pruned().isEmpty()) {
            line("");
            line(palette.bold("no step deploys any more"));
            preview.pruned().forEach(this::object);
        }
        line("");
        preview.missingRights().forEach(right -> line(palette.paint(Tone.BAD, "✘ " + right)));
        preview.lackingRights().forEach(right -> line(palette.paint(Tone.WAITS, "! " + right)));
        preview.exceededQuotas().forEach(quota -> line(palette.paint(Tone.BAD, "✘ " + quota)));
        preview.missingImages().forEach(image -> line(palette.paint(Tone.WAITS, "! " + image)));
        line(summary(preview));
        line(palette.dim("plan " + hash));
        return text.toString();
    }

    private void step(StepPreview step) {
        String runs = switch (step.runs()) {
            case YES -> "";
            case NO -> palette.dim("  does not run: " + step.reason());
            case DECIDED_LATER -> palette.paint(Tone.WAITS, "  decided during the run: " + step.reason());
        };
        line("  " + step.name() + palette.dim("  " + step.verb() + counts(step)) + runs);
        step.objects().stream().filter(this::isTold).forEach(this::object);
        step.checks().forEach(check -> line("      " + palette.dim("checks: " + check)));
        step.unknown().forEach(source -> line("      " + palette.paint(Tone.WAITS, "known during the run: " + source)));
        if (!step.problem().isEmpty()) {
            line("      " + palette.paint(Tone.BAD, "✘ " + step.problem()));
        }
    }

    private boolean isTold(ObjectPreview object) {
        return object.effect().changes()
                || !object.problem().isEmpty()
                || !object.warnings().isEmpty();
    }

    private static String counts(StepPreview step) {
        long same = step.objects().stream()
                .filter(object -> object.effect() == Effect.UNCHANGED)
                .count();
        return same == 0 ? "" : "  " + same + " unchanged";
    }

    private void object(ObjectPreview object) {
        line("    " + sign(object.effect()) + " " + object.object()
                + palette.dim(object.effect() == Effect.UNKNOWN ? "  may change" : ""));
        if (object.effect() == Effect.CHANGE || full) {
            diff(object.diff());
        }
        object.warnings().forEach(warning -> line("      " + palette.paint(Tone.WAITS, "! " + warning)));
        if (!object.problem().isEmpty()) {
            line("      " + palette.paint(Tone.BAD, "✘ " + object.problem()));
        }
    }

    private String sign(Effect effect) {
        return switch (effect) {
            case CREATE -> palette.paint(Tone.GOOD, "+");
            case CHANGE -> palette.paint(Tone.WAITS, "~");
            case UNCHANGED -> palette.dim("=");
            case DELETE, PRUNE -> palette.paint(Tone.BAD, "-");
            case UNKNOWN -> palette.paint(Tone.WAITS, "?");
        };
    }

    /** The lines of a unified diff, without the names of its two sides. */
    private void diff(String unified) {
        unified.lines().skip(2).forEach(each -> {
            Tone tone = each.startsWith("+")
                    ? Tone.GOOD
                    : each.startsWith("-") ? Tone.BAD : each.startsWith("@") ? Tone.BUSY : Tone.QUIET;
            line("        " + palette.paint(tone, each));
        });
    }

    private String summary(RolloutPreview preview) {
        String counts = preview.counts();
        if (preview.fails()) {
            return palette.paint(Tone.BAD, "✘ the run would fail") + (counts.isEmpty() ? "" : "; " + counts);
        }
        return preview.changes()
                ? palette.bold(counts)
                : palette.paint(Tone.GOOD, "✔ nothing would change") + (counts.isEmpty() ? "" : ": " + counts);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
