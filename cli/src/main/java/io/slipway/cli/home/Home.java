package io.slipway.cli.home;

import io.slipway.activities.store.FolderBlobStore;
import io.slipway.activities.store.FolderJournalStore;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.reports.Report;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code .slipway/}: rollouts by id, and the blobs that their journals name. */
public final class Home {
    private final Path folder;
    private final FolderJournalStore journals;
    private final FolderBlobStore blobs;

    /** The home of that environment. */
    public Home(Environment environment) {
        this.folder = environment.home();
        this.journals = new FolderJournalStore(folder.resolve("rollouts"));
        this.blobs = new FolderBlobStore(folder.resolve("blobs"));
    }

    /** The folder itself. */
    public Path folder() {
        return folder;
    }

    /** Journals on disk. */
    public FolderJournalStore journals() {
        return journals;
    }

    /** Blobs on disk. */
    public FolderBlobStore blobs() {
        return blobs;
    }

    /**
     * The id of a rollout from what was typed: the whole id, an unambiguous beginning of it, or {@code last}.
     *
     * @throws CliException when there is none, or more than one
     */
    public String rollout(String typed) {
        return TypedId.find(typed, journals.rollouts())
                .orElseThrow(() -> CliException.invalid(
                        "there is no rollout '" + typed + "' in " + folder, "'slipway list' shows those there are."));
    }

    /** Where the sandbox of a rehearsal is kept: beside its journal. */
    public Path rehearsal(String rollout) {
        return folder.resolve("rollouts").resolve(rollout).resolve("sandbox");
    }

    /** The sandbox that a rollout ran on: that of its rehearsal, or the one that all others share. */
    public Path sandbox(String rollout) {
        Path own = rehearsal(rollout);
        return Files.isDirectory(own) ? own : folder.resolve("sandbox");
    }

    /** The plan of a rollout, when the blob store has it. */
    public Optional<Plan> plan(Journal journal) {
        try {
            return blobs.text(journal.plan()).map(text -> Json.read(text, Plan.class));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The report of a rollout, as far as it has come. */
    public Report report(String rollout) {
        return report(journals.journal(rollout));
    }

    /** The report of a journal, with the evidence that is kept here. */
    public Report report(Journal journal) {
        return Report.of(journal, plan(journal), blobs::text);
    }
}
