package io.slipway.activities.job.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.TimeForJob;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.Pace;
import io.slipway.activities.step.Target;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FlinkFollowerTest {
    private final AtomicInteger looks = new AtomicInteger();

    /** One without high availability forgets its jobs when it is restarted: nobody then waits for the step's time. */
    @Test
    void aJobThatItsJobManagerHasForgottenIsLost() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        try (TestCluster cluster = TestCluster.bare()) {
            Target fast = new Target(
                    "fast", cluster.namespace(), cluster.client(), new Pace(60), true, false, Optional.empty());
            FakeStepContext context = new FakeStepContext(
                    fast, new FakeTask().timeout(Duration.ofSeconds(20)).make());
            try (Reach reach = Reach.of(cluster.clusters(), context)) {
                URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
                FlinkFollower.Goal end = new FlinkFollower.Goal(List.of("FINISHED"), 0);
                JobEnd lost = new FlinkFollower(new FlinkRest(reach, () -> base), context, end, new TimeForJob(context))
                        .follow("job1");
                assertThat(lost.trouble().orElseThrow().cause())
                        .isEqualTo("the JobManager responds, but has no job job1 any more; it was RUNNING");
            }
        } finally {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean job = exchange.getRequestURI().getPath().equals("/jobs/job1");
            boolean known = job && looks.incrementAndGet() <= 3;
            byte[] text = Json.write(known ? Map.of("state", "RUNNING") : Map.of("errors", List.of("Not found")))
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 404, text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
