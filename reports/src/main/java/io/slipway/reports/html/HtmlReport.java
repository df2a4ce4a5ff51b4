package io.slipway.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.slipway.reports.Report;
import java.util.Map;

/**
 * Renders the report as one HTML page that needs nothing else: no script, font, style or picture from elsewhere. The
 * templates escape by context, since a report shows logs and answers of strangers.
 */
public final class HtmlReport {
    private static final String TEMPLATES = "io.slipway.reports.html.templates";

    private HtmlReport() {}

    /** The report as an HTML document. */
    public static String render(Report report) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        StringOutput text = new StringOutput();
        engine.render("page.jte", Map.of("report", report, "timeline", Timeline.of(report)), text);
        return text.toString();
    }
}
