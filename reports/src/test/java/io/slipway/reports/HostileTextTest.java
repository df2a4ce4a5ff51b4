package io.slipway.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.Finding;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.reports.html.HtmlReport;
import io.slipway.reports.junit.JUnitReport;
import io.slipway.reports.markdown.MarkdownReport;
import io.slipway.reports.milestone.MilestoneReport;
import io.slipway.reports.text.Palette;
import io.slipway.reports.text.TextReport;
import io.slipway.reports.text.TextSummary;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What a cluster answers is shown, never obeyed. */
class HostileTextTest {
    private static final String HOSTILE =
            "</td><script>alert('x')</script> ]]> \u0000\u0008 | `code` **bold**\nnext \"q\"";
    /** Sets the title of a terminal, clears it, hides what follows, begins the line anew, and turns the writing. */
    private static final String STEERING = "\u001b]0;owned\u0007\u001b[2J\u001b[8mgone\rover\u009b1A\u202e";

    private static Report report() {
        CheckResult check = new CheckResult(
                HOSTILE, "http", false, false, HOSTILE, HOSTILE, 1, 1, HOSTILE, HOSTILE, List.of(HOSTILE));
        return Samples.report(new Story("r", "p", false)
                .starts("flink", "flink-checks", "validate", 1, 1)
                .succeeds("flink-checks", 1, 2, HOSTILE, Story.checks(check), Map.of("x", Story.json(HOSTILE))));
    }

    private static Report steering() {
        CheckResult check = new CheckResult(
                STEERING, "http", false, false, STEERING, STEERING, 1, 1, STEERING, STEERING, List.of());
        Finding finding = new Finding("rule", STEERING, STEERING, STEERING, "", List.of(STEERING));
        return Samples.report(new Story("r", "p", false)
                .starts("flink", "checks[" + STEERING + "]", "validate", 1, 1)
                .fails(
                        "checks[" + STEERING + "]",
                        1,
                        2,
                        new Failure(STEERING, STEERING, STEERING, STEERING, List.of(finding), true),
                        List.of(STEERING),
                        Story.checks(check))
                .ends(RolloutStatus.FAILED, STEERING, Map.of("x", Story.json(STEERING)), 3));
    }

    @Test
    void aTerminalIsSteeredByNobodyElse() {
        for (Palette palette : Palette.values()) {
            String text = TextReport.render(steering(), palette) + TextSummary.render(steering(), palette);
            assertThat(text)
                    .contains("goneover")
                    .doesNotContain("\u0007", "\r", "\u009b", "\u202e", "\u001b]", "[2J\u001b");
            assertThat(text.replaceAll("\u001b\\[(0|1|3[1236]|90|30;43)m", "")).doesNotContain("\u001b");
        }
        assertThat(TextReport.render(steering(), Palette.PLAIN)).doesNotContain("\u001b");
        assertThat(TextReport.render(steering(), Palette.COLOUR)).contains("\u001b[31m");
    }

    @Test
    void namesOfStepsAreXmlToo() throws Exception {
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitReport.render(steering()))));
    }

    @Test
    void aMilestoneHasNoMarkupOfOthers() {
        assertThat(MilestoneReport.render(report()))
                .contains("\\<script\\>", "\\*\\*bold\\*\\* next")
                .doesNotContain("<script>", "**bold**");
    }

    @Test
    void htmlHasNoScriptButItsOwn() {
        String html = HtmlReport.render(report());

        assertThat(html)
                .containsOnlyOnce("<script>")
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
        assertThat(html).doesNotContainPattern("(src|href)=\"(https?:)?//").doesNotContain("@import", "url(");
    }

    @Test
    void junitXmlStaysWellFormed() throws Exception {
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitReport.render(report()))));

        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .contains("alert('x')");
    }

    @Test
    void markdownKeepsItsTables() {
        List<String> rows = MarkdownReport.render(report())
                .lines()
                .filter(line -> line.startsWith("| ✘ | ") && line.contains("alert"))
                .toList();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.replace("\\|", "").chars().filter(c -> c == '|').count())
                    .isEqualTo(8);
            assertThat(row).contains("\\<script\\>").endsWith(" |");
        });
        assertThat(MarkdownReport.render(report()))
                .as("what is in no table is copied as it is")
                .contains("| `code`");
    }
}
