package io.slipway.model.check;

import io.slipway.model.spec.ChartRef;
import java.io.IOException;
import java.util.Optional;

/** Files that the pipeline names are there, in its folder, and can be read. */
final class FileRule implements Rule {

    @Override
    public void check(CheckContext context) {
        for (Site.File site : context.sites(Site.File.class)) {
            if (found(context, site) instanceof FileIndex.Missing missing) {
                context.problem(missing.code(), site.scalar().place(), missing.message());
            }
        }
    }

    /** Content of a file that a site names; empty when it cannot be read, which is then said. */
    static Optional<byte[]> read(CheckContext context, Site.File site, String path) {
        try {
            byte[] bytes = context.folder().read(path);
            if (bytes.length <= PipelineFolder.MAX_BYTES) {
                return Optional.of(bytes);
            }
            unreadable(context, site, "'" + path + "' is larger than " + PipelineFolder.MAX_BYTES + " bytes");
        } catch (IOException e) {
            unreadable(context, site, "'" + path + "' cannot be read");
        }
        return Optional.empty();
    }

    private static void unreadable(CheckContext context, Site.File site, String message) {
        context.problem(ProblemCode.UNREADABLE_FILE, site.scalar().place(), message);
    }

    private static FileIndex.Found found(CheckContext context, Site.File site) {
        String written = site.scalar().text();
        return site.field().type() == ChartRef.class
                ? context.files().chart(written)
                : context.files().find(written);
    }
}
