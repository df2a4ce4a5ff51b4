package io.slipway.cli.engine;

import io.slipway.activities.store.StoreTrouble;
import io.slipway.cli.home.Home;
import io.slipway.cli.live.LiveView;
import io.slipway.model.journal.Journal;
import io.slipway.model.plan.Plan;
import io.slipway.worker.engine.RolloutHandle;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A rollout as the follower sees it. A server or a store elsewhere is asked twice a second, however often the follower
 * looks, and one that is away for a while is no reason to look away: the rollout goes on when it is back.
 */
public final class RolloutView implements LiveView {
    private static final Duration FRESH = Duration.ofMillis(500);

    private final Supplier<Journal> journals;
    private final Supplier<Map<String, String>> words;
    private final Home home;
    private final Duration fresh;
    private Optional<Plan> plan = Optional.empty();
    private Journal journal;
    private Map<String, String> progress = Map.of();
    private long asked;

    RolloutView(RolloutHandle rollout, Home home, boolean elsewhere) {
        this(rollout::journal, rollout::progress, home, elsewhere);
    }

    private RolloutView(Supplier<Journal> journals, Supplier<Map<String, String>> words, Home home, boolean elsewhere) {
        this.journals = journals;
        this.words = words;
        this.home = home;
        this.fresh = elsewhere || home.isShared() ? FRESH : Duration.ZERO;
    }

    /** A rollout by its journal alone; what its steps wait for only its own process knows. */
    public static RolloutView beside(Home home, String rollout) {
        return new RolloutView(() -> home.journals().journal(rollout), Map::of, home, false);
    }

    @Override
    public Journal journal() {
        ask();
        return journal;
    }

    @Override
    public Optional<Plan> plan() {
        if (plan.isEmpty()) {
            plan = home.plan(journal());
        }
        return plan;
    }

    @Override
    public Map<String, String> progress() {
        ask();
        return progress;
    }

    private void ask() {
        if (journal == null || System.nanoTime() - asked >= fresh.toNanos()) {
            again();
        }
    }

    /** Asks anew, however fresh the last answer is. */
    public Journal again() {
        journal = journal == null ? journals.get() : journalOr(journal);
        progress = words.get();
        asked = System.nanoTime();
        return journal;
    }

    private Journal journalOr(Journal before) {
        try {
            return journals.get();
        } catch (StoreTrouble away) {
            return before; // what cannot be read cannot be written, and that is told
        }
    }
}
