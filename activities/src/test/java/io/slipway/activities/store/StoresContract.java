package io.slipway.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.json.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every kind of store promises. A store may hold other rollouts than those of the test. */
public abstract class StoresContract {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    private final String rollout = "r-" + UUID.randomUUID();

    /** Stores of the same place, as another process would open them. */
    protected abstract Stores open();

    @Test
    void aBlobIsFoundByItsHash() {
        String text = "manifest " + rollout;
        String hash = open().blobs().putText(text);

        assertThat(hash).isEqualTo(Hash.of(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(open().blobs().putText(text)).isEqualTo(hash);
        assertThat(open().blobs().text(hash)).contains(text);
        assertThat(open().blobs().all())
                .filteredOn(kept -> kept.hash().equals(hash))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.bytes()).isEqualTo(text.length());
                    assertThat(kept.used()).isAfter(AT);
                });
    }

    @Test
    void whatIsNoHashOrNotThereIsNotFound() {
        assertThat(open().blobs().get("0".repeat(64))).isEmpty();
        assertThat(open().blobs().get("../rollouts")).isEmpty();
        assertThat(open().blobs().get("")).isEmpty();
    }

    @Test
    void aLargeBlobComesBackWhole() {
        byte[] large = new byte[3 * 1024 * 1024];
        IntStream.range(0, large.length).forEach(i -> large[i] = (byte) (i * 31 >> 3));

        assertThat(open().blobs().get(open().blobs().put(large))).contains(large);
    }

    @Test
    void onlyABlobThatIsNotInUseIsRemoved() {
        BlobStore blobs = open().blobs();
        String hash = blobs.putText("log " + rollout);

        blobs.remove(hash, Instant.now().minus(Duration.ofDays(1)));
        assertThat(blobs.get(hash)).isPresent();

        blobs.remove(hash, Instant.now().plus(Duration.ofDays(1)));
        assertThat(blobs.get(hash)).isEmpty();
        blobs.remove(hash, Instant.now());
    }

    @Test
    void aRolloutIsToldByItsFirstEvent() {
        JournalStore journals = open().journals();
        assertThat(journals.isOf("shop", rollout)).isFalse();

        journals.append(rollout, List.of(begun("shop")));
        journals.append(rollout, List.of(started("a")));

        assertThat(journals.isOf("shop", rollout)).isTrue();
        assertThat(journals.isOf("sho", rollout)).isFalse();
    }

    @Test
    void anEventWithHalfASurrogatePairIsKeptAsItIs() {
        JournalEvent event = begun("answered by a server \ud83d");
        open().journals().append(rollout, List.of(event));

        assertThat(open().journals().events(rollout)).containsExactly(event);
    }

    private JournalEvent begun(String pipeline) {
        return new JournalEvent.RolloutStarted(
                rollout, pipeline, "", "here", "", Map.of(), "ada", true, Optional.empty(), AT);
    }

    @Test
    void eventsOfSeveralProcessesAreInTheOrderInWhichTheyWereAppended() {
        JournalStore one = open().journals();
        JournalStore other = open().journals();

        one.append(rollout, List.of(started("a"), started("b")));
        other.append(rollout, List.of(started("c")));
        one.append(rollout, List.of(started("d")));
        other.append(rollout, List.of(started("e")));

        assertThat(open().journals().events(rollout))
                .extracting(event -> ((JournalEvent.StepStarted) event).step())
                .containsExactly("a", "b", "c", "d", "e");
        assertThat(open().journals().text(rollout).lines()).hasSize(5);
        assertThat(open().journals().rollouts()).contains(rollout);
        assertThat(open().journals().touched().get(rollout)).isAfter(AT);
    }

    @Test
    void ofAStepOnlyWhatNamesItIsRead() {
        JournalStore journals = open().journals();
        journals.append(rollout, List.of(started("a"), started("a\"b"), started("aa"), started("a")));

        assertThat(journals.events(rollout, "a"))
                .extracting(event -> ((JournalEvent.StepStarted) event).step())
                .containsExactly("a", "a");
        assertThat(journals.events(rollout, "a\"b")).hasSize(1);
        assertThat(journals.events("nobody", "a")).isEmpty();
    }

    @Test
    void aRolloutThatIsNotKnownHasNoEvents() {
        JournalStore journals = open().journals();

        assertThat(journals.events("nobody")).isEmpty();
        assertThat(journals.text("nobody")).isEmpty();
        assertThat(journals.touched()).doesNotContainKey("nobody");
        journals.remove("nobody");
    }

    @Test
    void aFleetIsFoundAgain() {
        open().fleets().append(rollout, List.of(new FleetEvent.Started("edge", "0".repeat(64), true, "ada", AT)));

        assertThat(open().fleets().ids()).contains(rollout);
        assertThat(open().fleets().text(rollout)).contains("0".repeat(64));
        assertThat(open().fleets().journal(rollout).last()).isPresent();
        assertThat(open().journals().rollouts()).doesNotContain(rollout);
    }

    @Test
    void anIdThatWasTypedByHandLeadsNowhereElse() {
        JournalStore journals = open().journals();
        String odd = "../" + rollout + "/a b";

        journals.append(odd, List.of(started("a")));

        assertThat(journals.events(odd)).hasSize(1);
        assertThat(journals.rollouts()).contains(".._" + rollout + "_a_b");
        assertThatThrownBy(() -> journals.events("..")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSweeperRemovesWhatIsOldWithItsBlobs() {
        Stores stores = open();
        String plan = stores.blobs().putText("plan " + rollout);
        stores.journals()
                .append(rollout, List.of(new JournalEvent.RolloutMoved(RolloutStatus.SUCCEEDED, plan, Map.of(), AT)));
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(100)), ZoneOffset.UTC);
        Sweeper sweeper = new Sweeper(stores, later);

        Sweep sweep = sweeper.look(new Retention(Duration.ofDays(30), 0));
        assertThat(sweep.rollouts()).extracting(Sweep.Ended::rollout).contains(rollout);
        assertThat(sweep.blobs()).contains(plan);

        sweeper.remove(sweep);
        assertThat(open().journals().rollouts()).doesNotContain(rollout);
        assertThat(open().blobs().get(plan)).isEmpty();
    }

    private static JournalEvent started(String step) {
        return new JournalEvent.StepStarted(step, "stage", "exec", 1, "", AT);
    }
}
