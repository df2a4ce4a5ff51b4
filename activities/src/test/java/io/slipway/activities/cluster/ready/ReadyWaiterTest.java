package io.slipway.activities.cluster.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Late;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What waiting promises, against an API server whose statuses the test writes itself. */
class ReadyWaiterTest {
    private static TestCluster cluster;
    private static ReadyWaiter waiter;
    private static ExecutorService threads;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
        waiter = new ReadyWaiter(cluster.clusters(), Diagnostician.none());
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterAll
    static void stop() {
        threads.close();
        cluster.close();
    }

    @Test
    void returnsAfterTheStatusAndSharesOneWatch() throws InterruptedException {
        create(pod("quick"));
        List<CompletableFuture<Void>> ended = new ArrayList<>();
        List<FakeStepContext> contexts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            FakeStepContext context = cluster.step(new FakeTask());
            contexts.add(context);
            ended.add(CompletableFuture.runAsync(() -> waitFor("quick", context, WaitOptions.usual()), threads));
        }
        await().atMost(Durations.ONE_MINUTE)
                .until(() ->
                        contexts.stream().allMatch(each -> !each.progressed().isEmpty()));
        assertThat(contexts.getFirst().progressed().getFirst()).startsWith("0 of 1 ready; waiting for pod/quick: ");
        // pods, events, and three kinds that own or are owned: one connection each for all waiters
        assertThat(cluster.cluster().watches().connections()).isLessThanOrEqualTo(5);

        assertThat(ended).noneMatch(CompletableFuture::isDone);
        status("quick", "True");
        ended.forEach(each -> assertThat(each).succeedsWithin(Durations.ONE_MINUTE));
        assertThat(cluster.cluster().watches().connections()).isZero();
    }

    @Test
    void failsWhenTheTimeIsOverAndSaysWhy() throws InterruptedException {
        create(pod("late"));
        FakeStepContext context = cluster.step(new FakeTask().timeout(Duration.ofMillis(400)));
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> waitFor("late", context, WaitOptions.usual()));
        assertThat(failure.failure().message()).startsWith("not ready in time: 0 of 1 ready; waiting for pod/late");
        assertThat(failure.failure().object()).isEqualTo("pod/late");
        assertThat(failure.failure().fix()).isNotEmpty();
    }

    @Test
    void failsFastWhenItCannotBecomeReady() throws InterruptedException {
        create(pod("broken"));
        patch("broken", """
                {"status":{"phase":"Pending","containerStatuses":[{"name":"c","ready":false,"restartCount":0,"image":"no/such",
                 "imageID":"","state":{"waiting":{"reason":"InvalidImageName","message":"couldn't parse image"}}}]}}""");
        FakeStepContext context = cluster.step(new FakeTask().timeout(Duration.ofMinutes(5)));
        StepFailure failure = catchThrowableOfType(
                StepFailure.class,
                () -> waitFor(
                        "broken",
                        context,
                        new WaitOptions(Optional.empty(), Duration.ofMillis(500), Optional.empty())));
        assertThat(failure.failure().object()).isEqualTo("pod/broken");
        assertThat(failure.failure().cause()).isNotEmpty();
        assertThat(failure.failure().fix()).isNotEmpty();
        assertThat(failure.failure().findings()).isNotEmpty();
    }

    @Test
    void theWatchdogSpeaksWhenNothingMoves() throws InterruptedException {
        create(pod("still"));
        FakeStepContext context = cluster.step(new FakeTask().timeout(Duration.ofMinutes(5)));
        StepFailure failure = catchThrowableOfType(
                StepFailure.class,
                () -> waitFor(
                        "still",
                        context,
                        new WaitOptions(Optional.empty(), Duration.ofMinutes(1), Optional.of(Duration.ofMillis(400)))));
        assertThat(failure.failure().message()).startsWith("no progress within the watchdog's time");
    }

    @Test
    void aUsersConditionDecides() throws InterruptedException {
        create(pod("custom"));
        FakeStepContext context = cluster.step(new FakeTask()).late((late, seen) -> {
            Map<?, ?> object = (Map<?, ?>) seen.get("object");
            return object.get("metadata") instanceof Map<?, ?> metadata
                    && metadata.get("name").equals("custom");
        });
        waitFor(
                "custom",
                context,
                new WaitOptions(Optional.of(new Late("true")), Duration.ofSeconds(30), Optional.empty()));
        assertThat(context.progressed().getLast()).isEqualTo("1 of 1 ready");
    }

    private static void waitFor(String pod, FakeStepContext context, WaitOptions options) {
        try {
            ObjectRef ref = Cluster.PODS.ref(cluster.namespace(), pod);
            waiter.await(Subjects.named(List.of(new Subjects.Named(Cluster.PODS, ref))), options, context);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void create(String pod) throws InterruptedException {
        cluster.cluster()
                .api()
                .writing(() -> {})
                .create(Cluster.PODS, cluster.namespace(), Json.read(pod, JsonNode.class));
    }

    private static String pod(String name) {
        return """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s"},
                 "spec":{"containers":[{"name":"c","image":"x"}]}}""".formatted(name);
    }

    private static void status(String pod, String ready) {
        patch(pod, """
                {"status":{"phase":"Running","conditions":[{"type":"Ready","status":"%s"}],
                 "containerStatuses":[{"name":"c","ready":true,"restartCount":0,"image":"x","imageID":"",
                 "state":{"running":{}}}]}}""".formatted(ready));
    }

    private static void patch(String pod, String merge) {
        cluster.client()
                .pods()
                .inNamespace(cluster.namespace())
                .withName(pod)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), merge);
    }
}
