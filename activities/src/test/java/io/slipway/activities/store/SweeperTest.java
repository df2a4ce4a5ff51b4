package io.slipway.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweeperTest {
    private static final Retention MONTH = new Retention(Duration.ofDays(30), 0);
    private static final Instant ENDED = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path state;

    private Stores stores;
    private JournalStore journals;
    private BlobStore blobs;
    private Sweeper sweeper;

    @BeforeEach
    void open() {
        stores = Stores.in(state);
        journals = stores.journals();
        blobs = stores.blobs();
        // files are written now; the sweep comes a hundred days later
        Clock later = Clock.fixed(Clock.systemUTC().instant().plus(Duration.ofDays(100)), ZoneOffset.UTC);
        sweeper = new Sweeper(stores, later);
    }

    @Test
    void whatEndedLongAgoGoesWithTheBlobsThatOnlyItNames() {
        String shared = blobs.putText("a manifest of both");
        String only = blobs.putText("a manifest of the old one");
        String old = rollout("old", RolloutStatus.SUCCEEDED, plan("old", shared, only), ENDED);
        String young = rollout("young", RolloutStatus.FAILED, plan("young", shared), inNinetyDays());

        Sweep sweep = sweeper.look(MONTH);
        assertThat(sweep.rollouts()).extracting(Sweep.Ended::rollout).containsExactly("old");
        assertThat(sweep.blobs()).containsExactlyInAnyOrder(old, only);
        assertThat(journals.rollouts()).contains("old");

        sweeper.remove(sweep);

        assertThat(journals.rollouts()).containsExactly("young");
        assertThat(state.resolve("rollouts/old")).doesNotExist();
        assertThat(blobs.get(old)).isEmpty();
        assertThat(blobs.get(only)).isEmpty();
        assertThat(blobs.get(shared)).isPresent();
        assertThat(blobs.get(young)).isPresent();
        assertThat(sweeper.look(MONTH).isEmpty()).isTrue();
    }

    @Test
    void blobsThatAnOpenRolloutMayUseUnnamedAreLeft() {
        String old = rollout("old", RolloutStatus.SUCCEEDED, plan("old"), ENDED);
        rollout("open", RolloutStatus.PAUSED, plan("open"), ENDED);

        Sweep sweep = sweeper.look(MONTH);

        assertThat(sweep.rollouts()).extracting(Sweep.Ended::rollout).containsExactly("old");
        assertThat(sweep.blobs()).doesNotContain(old);
    }

    @Test
    void neitherRunningNorPausedRolloutsGoWhateverTheirAge() {
        rollout("runs", RolloutStatus.RUNNING, plan("runs"), ENDED);
        rollout("waits", RolloutStatus.PAUSED, plan("waits"), ENDED);

        assertThat(sweeper.look(new Retention(Duration.ZERO, 0)).isEmpty()).isTrue();
    }

    @Test
    void theLatestStayWhateverTheirAge() {
        rollout("a", RolloutStatus.FAILED, plan("a"), ENDED);
        rollout("b", RolloutStatus.CANCELLED, plan("b"), ENDED);

        assertThat(sweeper.look(new Retention(Duration.ofDays(30), 2)).rollouts())
                .isEmpty();
        assertThat(sweeper.look(new Retention(Duration.ofDays(30), 1)).rollouts())
                .hasSize(1);
        assertThat(sweeper.look(new Retention(Duration.ofDays(101), 0)).rollouts())
                .isEmpty();
    }

    @Test
    void whatIsOldEnoughGoesByItself() {
        rollout("old", RolloutStatus.SUCCEEDED, plan("old"), ENDED);

        sweeper.sweep(new Retention(Duration.ofDays(101), 0));
        assertThat(journals.rollouts()).containsExactly("old");
        sweeper.sweep(MONTH);
        assertThat(journals.rollouts()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftOfABlobGoes() throws IOException {
        rollout("old", RolloutStatus.SUCCEEDED, plan("old"), ENDED);
        String whole = rollout("young", RolloutStatus.FAILED, plan("young"), inNinetyDays());
        Path half = state.resolve("blobs").resolve(whole.substring(0, 2)).resolve(whole + "." + UUID.randomUUID());
        Files.writeString(half, "half of it");

        sweeper.sweep(MONTH);

        assertThat(half).doesNotExist();
        assertThat(blobs.get(whole)).isPresent();
    }

    @Test
    void blobsUsedOfLateAreLeft() {
        blobs.putText("nobody names this yet");

        Sweeper today = new Sweeper(stores, Clock.systemUTC());
        assertThat(today.look(new Retention(Duration.ZERO, 0)).blobs()).isEmpty();
    }

    @Test
    void whatAFleetNamesIsLeft() {
        String fleet = plan("a fleet", blobs.putText("a file of its pipeline"));
        rollout("target-of-fleet", RolloutStatus.SUCCEEDED, plan("a target"), ENDED);
        stores.fleets().append("edge", List.of(new FleetEvent.Started("edge", fleet, true, "ada", ENDED)));

        sweeper.remove(sweeper.look(MONTH));

        assertThat(journals.rollouts()).isEmpty();
        assertThat(blobs.all()).hasSize(2);
        assertThat(blobs.get(fleet)).isPresent();
    }

    @Test
    void aRolloutResumedMeanwhileIsLeft() {
        String plan = rollout("old", RolloutStatus.FAILED, plan("old"), ENDED);
        Sweep sweep = sweeper.look(MONTH);
        journals.append("old", List.of(started("old", plan)));

        sweeper.remove(sweep);

        assertThat(journals.rollouts()).containsExactly("old");
        assertThat(blobs.get(plan)).isPresent();
    }

    private static Instant inNinetyDays() {
        return Clock.systemUTC().instant().plus(Duration.ofDays(90));
    }

    /** A plan names its files by their hashes. */
    private String plan(String name, String... files) {
        return blobs.putText("plan of " + name + ": " + String.join(", ", files));
    }

    private String rollout(String id, RolloutStatus status, String plan, Instant ended) {
        journals.append(
                id,
                List.of(
                        started(id, plan),
                        new JournalEvent.StepFinished("web", 1, StepResult.succeeded("", Map.of()), ended),
                        new JournalEvent.RolloutMoved(status, "", Map.of(), ended)));
        return plan;
    }

    private static JournalEvent started(String id, String plan) {
        return new JournalEvent.RolloutStarted(
                id, "hello", plan, "sandbox", "", Map.of(), "ada", true, Optional.empty(), ENDED);
    }
}
