package io.slipway.reports.markdown;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.slipway.reports.Report;

/** Renders the report as Markdown, from a template that is compiled with the sources. */
public final class MarkdownReport {
    private static final String TEMPLATES = "io.slipway.reports.markdown.templates";

    private MarkdownReport() {}

    /** The report as Markdown (GitHub's kind, with tables). */
    public static String render(Report report) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Plain, MarkdownReport.class.getClassLoader(), TEMPLATES);
        StringOutput text = new StringOutput();
        engine.render("report.jte", report, text);
        return spaced(text.toString());
    }

    /** The engine takes the empty lines around its directives; Markdown needs those before headings and after quotes. */
    private static String spaced(String text) {
        return text.strip()
                        .replaceAll("\n(#{1,3} )", "\n\n$1")
                        .replaceAll("(?m)^(>.*)\n(?!>)", "$1\n\n")
                        .replaceAll("\n{3,}", "\n\n")
                + "\n";
    }
}
