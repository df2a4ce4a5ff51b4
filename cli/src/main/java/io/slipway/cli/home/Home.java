package io.slipway.cli.home;

import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.FileReason;
import io.slipway.activities.store.JournalStore;
import io.slipway.activities.store.LogFolder;
import io.slipway.activities.store.Stores;
import io.slipway.activities.store.s3.S3Location;
import io.slipway.activities.store.s3.S3Stores;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.reports.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder {@code .slipway/}: rollouts by id, and the blobs that their journals name. Both are in a bucket when
 * {@code SLIPWAY_STORE} names one; reports and sandboxes are always in the folder.
 */
public final class Home {
    private final Path folder;
    private final Optional<S3Location> elsewhere;
    private final Stores stores;

    /**
     * The home of that environment.
     *
     * @throws CliException when {@code SLIPWAY_STORE} is no address of a store, or a file stands where the folder should be
     */
    public Home(Environment environment) {
        this.folder = folder(environment);
        this.elsewhere = environment.variable("SLIPWAY_STORE").map(Home::location);
        this.stores = elsewhere.map(S3Stores::at).orElseGet(() -> Stores.in(folder));
    }

    private static Path folder(Environment environment) {
        Path folder = environment.home();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw CliException.invalid(
                    folder + " is a file, but rollouts are kept in a folder",
                    "Set SLIPWAY_HOME to a folder; it is created if needed.");
        }
        return folder;
    }

    private static S3Location location(String address) {
        try {
            return S3Location.parse(address);
        } catch (IllegalArgumentException e) {
            throw CliException.invalid("SLIPWAY_STORE: " + e.getMessage(), "");
        }
    }

    /** The folder itself. */
    public Path folder() {
        return folder;
    }

    /** What tells this folder from all others; made when it is first asked for. */
    public String id() throws IOException {
        return HomeId.of(folder);
    }

    /** Where the files of a rollout are, such as its reports. */
    public Path folder(String rollout) {
        return LogFolder.of(rollouts(), rollout);
    }

    /** The folder that has the folders of all rollouts. */
    Path rollouts() {
        return folder.resolve(Stores.ROLLOUTS);
    }

    /**
     * Makes sure that journals can be written before anything depends on it. Of a bucket that is seen by the first rollout.
     *
     * @throws CliException when they cannot
     */
    public void requireWritable() {
        if (isShared()) {
            return;
        }
        try {
            Files.createDirectories(rollouts());
            Files.delete(Asides.make(rollouts(), ".writable"));
        } catch (IOException e) {
            throw CliException.failed(
                    "journals of rollouts cannot be written below " + folder + ": " + FileReason.withFile(e),
                    "Make it writable, or set SLIPWAY_HOME to another folder or SLIPWAY_STORE to a bucket.");
        }
    }

    /** Where journals and blobs are, for messages. */
    public String place() {
        return elsewhere.map(S3Location::toString).orElseGet(folder::toString);
    }

    /** Whether the journals are also those of other homes, whose processes are not known here. */
    public boolean isShared() {
        return elsewhere.isPresent();
    }

    /** Journals and blobs. */
    public Stores stores() {
        return stores;
    }

    /** Journals. */
    public JournalStore journals() {
        return stores.journals();
    }

    /** Blobs. */
    public BlobStore blobs() {
        return stores.blobs();
    }

    /**
     * The id of a rollout from what was typed: the whole id, an unambiguous beginning of it, or {@code last}.
     *
     * @throws CliException when there is none, or more than one
     */
    public String rollout(String typed) {
        List<String> all = journals().rollouts();
        String kept = TypedId.find(asKept(typed), all).orElseThrow(() -> unknown(typed, all.isEmpty()));
        // An id that a schedule made has a time in it, whose colons are no part of a file's name.
        return kept.contains("_") ? journals().journal(kept).rollout() : kept;
    }

    private CliException unknown(String typed, boolean empty) {
        String what = empty && typed.equals("last") ? "there are no rollouts" : "no rollout '" + typed + "'";
        return CliException.invalid(
                what + " in " + place(),
                empty
                        ? "Start one with 'slipway run', or set SLIPWAY_HOME to the folder that has it."
                        : "'slipway list' lists the rollouts.");
    }

    /** What was typed, as the name of a folder. */
    static String asKept(String typed) {
        return typed.matches("\\.{0,2}") ? typed : LogFolder.name(typed);
    }

    /** Where the sandbox of a rehearsal is kept: beside its journal. */
    public Path rehearsal(String rollout) {
        return folder(rollout).resolve("sandbox");
    }

    /** The sandbox that a rollout ran on: that of its rehearsal, or the one that all others share. */
    public Path sandbox(String rollout) {
        Path own = rehearsal(rollout);
        return Files.isDirectory(own) ? own : folder.resolve("sandbox");
    }

    /** The plan of a rollout, when the blob store has it. */
    public Optional<Plan> plan(Journal journal) {
        try {
            return blobs().text(journal.plan()).map(text -> Json.read(text, Plan.class));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The report of a rollout, as far as it has come. */
    public Report report(String rollout) {
        return report(journals().journal(rollout));
    }

    /** The report of a journal, with the evidence that is kept here. */
    public Report report(Journal journal) {
        return Report.of(journal, plan(journal), blobs()::text);
    }
}
