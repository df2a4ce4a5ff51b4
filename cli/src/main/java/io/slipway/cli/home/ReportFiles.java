package io.slipway.cli.home;

import io.slipway.reports.Report;
import io.slipway.reports.html.HtmlReport;
import io.slipway.reports.json.JsonReport;
import io.slipway.reports.junit.JUnitReport;
import io.slipway.reports.markdown.MarkdownReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the reports of a rollout beside its journal. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Writes {@code report.html}, {@code report.md}, {@code report.json} and {@code report.xml}.
     *
     * @return the page to open
     * @throws UncheckedIOException when the folder cannot be written
     */
    public static Path write(Home home, Report report) {
        Path folder = home.folder(report.rollout());
        try {
            Files.createDirectories(folder);
            WholeFile.write(folder.resolve("report.json"), JsonReport.render(report));
            WholeFile.write(folder.resolve("report.md"), MarkdownReport.render(report));
            WholeFile.write(folder.resolve("report.xml"), JUnitReport.render(report));
            return WholeFile.write(folder.resolve("report.html"), HtmlReport.render(report));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the reports at " + folder, e);
        }
    }
}
