package io.slipway.activities.store;

import io.slipway.model.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes the records of ended rollouts. A blob goes when no kept journal names it, also not by way of another blob, and
 * it was not written or used since the oldest open rollout began: the pages that a run in flight reads are named by its
 * workflow alone. The journals of fleets stay.
 */
public final class Sweeper {
    /** Younger blobs may belong to a rollout that is only just being planned. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final JournalStore journals;
    private final FleetStore fleets;
    private final BlobStore blobs;
    private final Clock clock;

    /** Sweeps these stores. */
    public Sweeper(Stores stores, Clock clock) {
        this.journals = stores.journals();
        this.fleets = stores.fleets();
        this.blobs = stores.blobs();
        this.clock = clock;
    }

    /** Removes what may go, if any rollout is old enough; nearly free when none is. */
    public void sweep(Retention retention) {
        if (!old(retention).isEmpty()) {
            remove(look(retention));
        }
    }

    /** What may go. Nothing is changed. */
    public Sweep look(Retention retention) {
        List<Sweep.Ended> going = old(retention).stream()
                .map(id -> ended(id, retention))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Sweep.Ended::finished))
                .toList();
        Set<String> gone = going.stream().map(Sweep.Ended::rollout).collect(Collectors.toSet());
        List<String> kept =
                journals.rollouts().stream().filter(id -> !gone.contains(id)).toList();
        Set<String> named = new Reachable(blobs)
                .from(Stream.concat(
                        kept.stream().map(journals::text), fleets.ids().stream().map(fleets::text)));
        Instant unused = unusedSince(kept);
        List<BlobStore.Kept> orphans = blobs.all().stream()
                .filter(blob -> !named.contains(blob.hash()) && blob.used().isBefore(unused))
                .toList();
        return new Sweep(
                going,
                orphans.stream().map(BlobStore.Kept::hash).toList(),
                orphans.stream().mapToLong(BlobStore.Kept::bytes).sum());
    }

    /** Removes it; a rollout that somebody has resumed meanwhile is left, and so are the blobs then. */
    public void remove(Sweep sweep) {
        List<String> resumed = new ArrayList<>();
        for (Sweep.Ended ended : sweep.rollouts()) {
            if (journals.journal(ended.rollout()).status().closed()) {
                journals.remove(ended.rollout());
            } else {
                resumed.add(ended.rollout());
            }
        }
        if (resumed.isEmpty()) {
            Instant unused = clock.instant().minus(GRACE);
            sweep.blobs().forEach(blob -> blobs.remove(blob, unused));
        }
    }

    /** By the files' times alone, without reading them. */
    private List<String> old(Retention retention) {
        Instant before = clock.instant().minus(retention.age());
        return journals.touched().entrySet().stream()
                .skip(retention.latest())
                .filter(rollout -> rollout.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Sweep.Ended> ended(String id, Retention retention) {
        Journal journal = journals.journal(id);
        Instant before = clock.instant().minus(retention.age());
        return journal.finished()
                .filter(at -> journal.status().closed() && at.isBefore(before))
                .map(at -> new Sweep.Ended(id, journal.status(), at));
    }

    private Instant unusedSince(List<String> kept) {
        Instant latest = clock.instant().minus(GRACE);
        return kept.stream()
                .map(journals::journal)
                .filter(journal -> !journal.status().closed())
                .map(journal -> journal.started().orElse(Instant.EPOCH))
                .filter(latest::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(latest);
    }
}
