package io.slipway.model.check;

/** Files that the pipeline names are there, in its folder, and can be read. */
final class FileRule implements Rule {

    @Override
    public void check(CheckContext context) {
        for (Site.File site : context.sites(Site.File.class)) {
            if (context.files().find(site.scalar().text()) instanceof FileIndex.Missing missing) {
                context.problem(missing.code(), site.scalar().place(), missing.message());
            }
        }
    }
}
