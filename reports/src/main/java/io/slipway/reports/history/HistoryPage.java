package io.slipway.reports.history;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the history of checks as one HTML page that needs nothing else. */
public final class HistoryPage {
    private HistoryPage() {}

    /** The page. */
    public static String render(HistoryReport report) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HistoryPage.class.getClassLoader(), "io.slipway.reports.html.templates");
        StringOutput text = new StringOutput();
        engine.render("history.jte", report, text);
        return text.toString();
    }
}
