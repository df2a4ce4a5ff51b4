package io.slipway.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepResult;
import io.slipway.reports.text.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pictures of the live tree. */
class FrameTest {
    private static List<String> picture(Progress.Snapshot snapshot, int width, int height) {
        return Frame.of(snapshot, Moments.START.plusSeconds(10), 0).rows(width, height).stream()
                .map(row -> row.render(width, Palette.PLAIN).stripTrailing())
                .toList();
    }

    @Test
    void showsWhatIsWaitedFor() {
        var snapshot = Moments.snapshot(Moments.begun(), Map.of("web-ready", "1 of 2 pods ready"));

        assertThat(picture(snapshot, 100, 30))
                .containsExactly(
                        "⠋ hello running on sandbox  10.0 s  SIMULATION (sandbox)",
                        "✔ deploy  2.0 s",
                        "  ✔ web deploy       2.0 s  1 created",
                        "⠋ verify",
                        "  ⠋ web-ready waitReady    7.0 s  1 of 2 pods ready");
    }

    @Test
    void aPauseSaysWhatToDo() {
        assertThat(picture(Moments.snapshot(Moments.paused(), Map.of()), 100, 30))
                .contains(
                        "‖ PAUSED: web-ready is waiting for you",
                        "  fix: Correct the image.",
                        "  keys: r retry, s skip, q detach and then:",
                        "    slipway retry hello-1 web-ready");
    }

    @Test
    void onANarrowScreenWhatIsToBeReadAndCopiedIsWhole() {
        List<String> rows = picture(Moments.snapshot(Moments.paused(), Map.of()), 26, 30);

        assertThat(rows)
                .containsSequence("    slipway retry hello-1", "      web-ready")
                .allSatisfy(row -> assertThat(row.length()).isLessThanOrEqualTo(26));
    }

    @Test
    void wideCharactersCountTwice() {
        var snapshot = Moments.snapshot(Moments.begun(), Map.of("web-ready", "待".repeat(30)));

        assertThat(picture(snapshot, 40, 30))
                .allSatisfy(row -> assertThat(Columns.of(row)).isLessThanOrEqualTo(40))
                .anySatisfy(row -> assertThat(row).endsWith("待…"));
    }

    @Test
    void textIsWrappedAtSpacesAndCutInTheEnd() {
        assertThat(Columns.wrapped("  fix: one two three", 12, 4, 6))
                .containsExactly("  fix: one", "    two", "    three");
        assertThat(Columns.wrapped("  fix: one two three", 12, 4, 2)).containsExactly("  fix: one", "    two thr…");
        assertThat(Columns.wrapped("x".repeat(25), 10, 2, 6))
                .containsExactly("x".repeat(10), "  " + "x".repeat(8), "  " + "x".repeat(7));
        assertThat(Columns.wrapped("a bc", 1, 4, 6)).containsExactly("…");
    }

    @Test
    void noRowIsWiderThanTheScreen() {
        var snapshot = Moments.snapshot(Moments.begun(), Map.of("web-ready", "x".repeat(500) + "\u001b[2J\n"));

        assertThat(picture(snapshot, 40, 30))
                .allSatisfy(row -> assertThat(row.length()).isLessThanOrEqualTo(40));
        assertThat(picture(snapshot, 900, 30))
                .noneSatisfy(row -> assertThat(row).contains("\u001b"));
    }

    @Test
    void aSmallScreenFoldsWhatIsDone() {
        List<JournalEvent> events = new ArrayList<>(Moments.begun().subList(0, 1));
        for (int stage = 0; stage < 20; stage++) {
            for (int step = 0; step < 3; step++) {
                String name = "step-" + stage + "-" + step;
                events.add(new JournalEvent.StepStarted(
                        name, "stage-" + stage, "deploy", 1, "", Moments.START.plusSeconds(stage)));
                events.add(new JournalEvent.StepFinished(
                        name, 1, StepResult.succeeded("done", Map.of()), Moments.START.plusSeconds(stage + 1)));
            }
        }
        events.add(new JournalEvent.StepStarted("last", "end", "validate", 1, "", Moments.START.plusSeconds(21)));
        var snapshot = Moments.snapshot(events, Map.of());

        assertThat(picture(snapshot, 100, 200)).hasSize(1 + 20 * 4 + 2);
        assertThat(picture(snapshot, 100, 30)).hasSize(1 + 20 + 2).anyMatch(row -> row.contains("3 steps"));
        assertThat(picture(snapshot, 100, 10)).contains("✔ 20 stages done").anyMatch(row -> row.contains("last"));
        assertThat(picture(snapshot, 100, 3)).hasSizeLessThanOrEqualTo(3);
        assertThat(picture(Moments.snapshot(Moments.paused(), Map.of()), 100, 10))
                .contains("✔ 1 stage done");
    }
}
