package io.slipway.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.CheckResult;
import io.slipway.reports.html.HtmlReport;
import io.slipway.reports.junit.JUnitReport;
import io.slipway.reports.markdown.MarkdownReport;
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

    private static Report report() {
        CheckResult check = new CheckResult(
                HOSTILE, "http", false, false, HOSTILE, HOSTILE, 1, 1, HOSTILE, HOSTILE, List.of(HOSTILE));
        return Samples.report(new Story("r", "p", false)
                .starts("flink", "flink-checks", "validate", 1, 1)
                .succeeds("flink-checks", 1, 2, HOSTILE, Story.checks(check), Map.of("x", Story.json(HOSTILE))));
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
    }
}
