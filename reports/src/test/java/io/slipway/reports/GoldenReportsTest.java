package io.slipway.reports;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.slipway.reports.html.HtmlReport;
import io.slipway.reports.json.JsonReport;
import io.slipway.reports.junit.JUnitReport;
import io.slipway.reports.markdown.MarkdownReport;
import io.slipway.reports.text.Palette;
import io.slipway.reports.text.TextReport;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rendering of every sample, character by character. */
class GoldenReportsTest {
    private static final Map<String, Function<Report, String>> RENDERINGS = Map.of(
            "html", HtmlReport::render,
            "json", JsonReport::render,
            "xml", JUnitReport::render,
            "md", MarkdownReport::render,
            "txt", report -> TextReport.render(report, Palette.PLAIN),
            "ansi", report -> TextReport.render(report, Palette.COLOUR));

    @TestFactory
    Stream<DynamicTest> renderings() {
        return Samples.all().entrySet().stream()
                .flatMap(sample -> RENDERINGS.entrySet().stream()
                        .map(rendering -> dynamicTest(sample.getKey() + "." + rendering.getKey(), () -> {
                            Report report = Samples.report(sample.getValue());
                            String text = rendering.getValue().apply(report);
                            Golden.assertSame(sample.getKey() + "." + rendering.getKey(), text);
                        })));
    }
}
