package io.slipway.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.journal.StepStatus;
import io.slipway.reports.html.HtmlReport;
import io.slipway.reports.markdown.MarkdownReport;
import io.slipway.reports.milestone.MilestoneReport;
import io.slipway.reports.text.Palette;
import io.slipway.reports.text.TextSummary;
import io.slipway.reports.words.Decide;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a report is made of. */
class ReportTest {
    @Test
    void gathersChecksChangesAndTotalsFromTheEvidence() {
        Report report = Samples.report(Samples.succeeded());

        assertThat(report.status()).isEqualTo(RolloutStatus.SUCCEEDED);
        assertThat(report.seconds()).isEqualTo(9.9);
        assertThat(report.checks()).extracting(CheckReport::passed).containsExactly(true, true, false);
        assertThat(report.totals().checksWarned()).isEqualTo(1);
        assertThat(report.totals().checksFailed()).isZero();
        assertThat(report.totals().changes())
                .containsEntry(Change.Kind.CREATED, 6L)
                .containsEntry(Change.Kind.CONFIGURED, 1L);
        assertThat(report.diagnosis()).isEmpty();
    }

    @Test
    void theTimeBetweenTwoRunsIsToldAndNotCounted() {
        Story story = new Story("shop-1", "shop", false)
                .starts("base", "web", "deploy", 1, 1)
                .fails("web", 1, 4, Samples.imagePull(), List.of(), StepDetail.empty())
                .ends(RolloutStatus.PAUSED, "web failed", Map.of(), 4)
                .goesOn(3604)
                .starts("base", "web", "deploy", 2, 3605)
                .succeeds("web", 2, 3608, "done", StepDetail.empty(), Map.of())
                .ends(RolloutStatus.SUCCEEDED, "", Map.of(), 3609);

        Report report = Report.of(story.journal(), Optional.empty(), hash -> Optional.empty());

        assertThat(report.seconds()).isEqualTo(9);
        assertThat(report.idle()).isEqualTo(3600);
        assertThat(report.stages().getFirst().seconds()).isEqualTo(7);
        assertThat(report.steps().getFirst().seconds()).isEqualTo(7);
        assertThat(TextSummary.render(report, Palette.PLAIN))
                .startsWith("✔ shop succeeded on staging in 9.0 s (2 runs, 1h 00m between them)\n");
        assertThat(MarkdownReport.render(report)).contains("| Duration | 9.0 s (2 runs, 1h 00m between them) |");
        assertThat(HtmlReport.render(report)).contains("<span>2 runs, 1h 00m between them</span>", "starts at 5.0 s");
    }

    @Test
    void stagesAndStepsFollowThePlanNotTheOrderOfEvents() {
        Report report = Samples.report(Samples.succeeded());

        assertThat(report.stages())
                .extracting(StageReport::stage)
                .containsExactly("images", "flink", "trial", "finally");
        assertThat(report.steps().getFirst().step()).isEqualTo("spark-image");
        assertThat(report.steps().getLast().status()).isEqualTo(StepStatus.PENDING);
    }

    @Test
    void aFailedStepSaysWhyOnceThoughItWasTriedTwice() {
        Report report = Samples.report(Samples.failed());

        assertThat(report.diagnosis()).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.step()).isEqualTo("flink-ready");
            assertThat(diagnosis.cause()).contains("ImagePullBackOff");
            assertThat(diagnosis.findings()).hasSize(1);
        });
        assertThat(report.steps())
                .filteredOn(step -> step.step().equals("flink-ready"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.tries()).hasSize(2);
                    assertThat(step.logs().getFirst().tail())
                            .endsWith("last words")
                            .hasSize(4);
                });
    }

    @Test
    void listsAndMapsAreShownInEveryRendering() {
        Map<String, JsonNode> values =
                Map.of("hosts", Story.json(List.of("h1", "h2")), "port", Story.json(Map.of("p", 81)));
        Report report = Samples.report(new Story("r", "p", false)
                .starts("flink", "flink-checks", "exec", 1, 1)
                .succeeds("flink-checks", 1, 2, "done", StepDetail.empty(), values)
                .ends(RolloutStatus.SUCCEEDED, "", values, 3));

        assertThat(HtmlReport.render(report))
                .contains("<td>hosts</td><td><code>h1, h2</code>", "<code>port = {\"p\":81}</code>");
        assertThat(MarkdownReport.render(report)).contains("- hosts: `h1, h2`");
        assertThat(MilestoneReport.render(report)).contains("- hosts: h1, h2", "- port: \\{\"p\":81\\}");
    }

    @Test
    void theWordsDoNotHangOnTheLanguageOfTheMachine() {
        Report report = Samples.report(Samples.succeeded());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR")); // its small I has no dot
            assertThat(HtmlReport.render(report)).contains("configured").doesNotContain("confıgured");
            assertThat(MarkdownReport.render(report)).contains("configured").doesNotContain("confıgured");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatStillRunsIsMeasuredToTheLastThingHeardOf() {
        Report report = Samples.report(Samples.paused());

        assertThat(report.finished()).isEmpty();
        assertThat(report.seconds()).isEqualTo(70);
    }

    @Test
    void sectionsOfTheGuideAreDoneFailedOrOpen() {
        Map<String, Coverage.Status> sections = Samples.report(Samples.paused()).coverage().stream()
                .collect(Collectors.toMap(Coverage::section, Coverage::status));

        assertThat(sections)
                .containsEntry("images/spark-image", Coverage.Status.DONE)
                .containsEntry("flink/validation/4", Coverage.Status.FAILED)
                .containsEntry("trial/load-test", Coverage.Status.OPEN);
    }

    @Test
    void evidenceThatIsGoneIsANoteNotAnError() {
        Story story = Samples.succeeded();

        Report report = Report.of(story.journal(), Optional.empty(), hash -> Optional.empty());

        assertThat(report.checks()).isEmpty();
        assertThat(report.steps().getFirst().notes()).singleElement().asString().contains("no longer has the evidence");
    }

    @Test
    void elementsOfALoopStandBelowTheirStep() {
        Story story = new Story("r", "p", true)
                .starts("images", "spark-image[a]", "build", 1, 1)
                .succeeds("spark-image[a]", 1, 2, "done", StepDetail.empty(), Map.of())
                .starts("images", "spark-image", "build", 1, 1);

        List<StepReport> steps = Samples.report(story).stages().getFirst().steps();

        assertThat(steps).extracting(StepReport::step).containsExactly("spark-image", "spark-image[a]", "flink-image");
    }

    @Test
    void aStepThatWasUndoneSaysWhatWasTakenBackAndNotWhatItDid() {
        StepDetail created = Story.objects(Change.Kind.CREATED, "Deployment/web");
        Story story = new Story("r", "p", true)
                .starts("images", "spark-image", "build", 1, 1)
                .succeeds("spark-image", 1, 2, "1 created", created, Map.of());
        assertThat(Samples.report(story).totals().changes()).containsEntry(Change.Kind.CREATED, 1L);

        Report undone =
                Samples.report(story.moves("images", "spark-image", "build", StepStatus.UNDONE, "1 deleted", 3));

        assertThat(undone.steps().getFirst().said()).isEqualTo("1 deleted");
        assertThat(undone.totals().changes()).isEmpty();
    }

    @Test
    void anElementOfALoopIsQuotedForShellsThatWouldTakeItForAPattern() {
        Story story = new Story("r", "p", true)
                .moves("images", "spark-image[a]", "build", StepStatus.PAUSED, "failed", 1)
                .ends(RolloutStatus.PAUSED, "", Map.of(), 2);

        assertThat(Decide.commands(Samples.report(story))).contains("slipway retry r 'spark-image[a]'");
    }

    @Test
    void whoHasStartedItIsNotLeftBlank() {
        Report report = Samples.report(new Story("r", "p", false, ""));

        assertThat(HtmlReport.render(report)).contains("<dt>Started by</dt><dd>not said");
        assertThat(MarkdownReport.render(report)).contains("| Started by | not said |");
    }
}
