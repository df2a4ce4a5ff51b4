package io.slipway.reports.fleet;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the report of a fleet as a page and as Markdown, from templates that are compiled with the sources. */
public final class FleetPages {
    private FleetPages() {}

    /** One HTML page that needs nothing else. */
    public static String html(FleetReport report) {
        return render(ContentType.Html, "io.slipway.reports.html.templates", report);
    }

    /** Markdown (GitHub's kind, with tables). */
    public static String markdown(FleetReport report) {
        return render(ContentType.Plain, "io.slipway.reports.markdown.templates", report)
                        .strip()
                        .replaceAll("\n(#{1,3} )", "\n\n$1")
                        .replaceAll("\n{3,}", "\n\n")
                + "\n";
    }

    private static String render(ContentType type, String templates, FleetReport report) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, type, FleetPages.class.getClassLoader(), templates);
        StringOutput text = new StringOutput();
        engine.render("fleet.jte", report, text);
        return text.toString();
    }
}
