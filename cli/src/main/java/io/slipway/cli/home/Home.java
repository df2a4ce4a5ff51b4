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
import java.nio.file.Path;
import java.util.List;
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
        List<String> all = journals.rollouts();
        if (all.contains(typed)) {
            return typed;
        }
        if (typed.equals("last") && !all.isEmpty()) {
            return all.getFirst();
        }
        List<String> fitting = all.stream().filter(id -> id.startsWith(typed)).toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw fitting.isEmpty()
                ? CliException.invalid(
                        "there is no rollout '" + typed + "' in " + folder, "'slipway list' shows those there are.")
                : CliException.invalid(
                        "'" + typed + "' is the beginning of " + fitting.size() + " rollouts: "
                                + String.join(", ", fitting.subList(0, Math.min(5, fitting.size()))),
                        "Type more of its id.");
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
        Journal journal = journals.journal(rollout);
        return Report.of(journal, plan(journal), blobs::text);
    }
}
