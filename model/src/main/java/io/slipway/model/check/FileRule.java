package io.slipway.model.check;

import io.slipway.model.spec.ChartRef;

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

    private static FileIndex.Found found(CheckContext context, Site.File site) {
        String written = site.scalar().text();
        return site.field().type() == ChartRef.class
                ? context.files().chart(written)
                : context.files().find(written);
    }
}
