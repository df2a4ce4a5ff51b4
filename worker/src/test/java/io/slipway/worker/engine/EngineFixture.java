package io.slipway.worker.engine;

import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.Pace;
import io.slipway.activities.step.Target;
import io.slipway.activities.step.Targets;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.Plan;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.worker.settings.WorkSettings;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.RolloutInput;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** An engine on an embedded server with fake verbs and plans made by tests. */
final class EngineFixture implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);

    private final Path state;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();
    private final FakeVerbs verbs = new FakeVerbs();
    private TestServer.InProcessTestServer server;
    private Engine engine;

    EngineFixture(Path state) {
        this.state = state;
        start();
    }

    private void start() {
        server = TestServer.createServer(true);
        engine = Engine.start(EngineSettings.client(stubs(), state)
                .working(WorkSettings.of(new OneTarget(), this::plan).withVerbs(verbs.verbs())));
    }

    private WorkflowServiceStubs stubs() {
        return WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setChannel(server.getChannel())
                .validateAndBuildWithDefaults());
    }

    /** One that only follows, in a folder of its own. */
    Engine follower(Path folder) {
        return Engine.start(EngineSettings.client(stubs(), folder));
    }

    private Planning.Planned plan(RolloutInput input, Target target) {
        Plan plan = plans.get(input.pipeline());
        return plan == null
                ? new Planning.Planned(Optional.empty(), List.of("there is no pipeline '" + input.pipeline() + "'"))
                : new Planning.Planned(Optional.of(plan), List.of());
    }

    /** As after {@code kill -9}: server and worker are gone with all they had in memory. */
    void crash() {
        engine.close();
        server.close();
        start();
    }

    Engine engine() {
        return engine;
    }

    FakeVerbs verbs() {
        return verbs;
    }

    RolloutHandle run(TestPlan plan) {
        correct(plan);
        return engine.start(RolloutInput.of(plan.name()));
    }

    /** The pipeline of that name is corrected. */
    void correct(TestPlan plan) {
        Plan built = plan.build();
        plans.put(built.header().pipeline(), built);
    }

    static RolloutHandle.End end(RolloutHandle rollout) {
        return rollout.await(LONG).orElseThrow(() -> new AssertionError("no end: " + rollout.overview()));
    }

    static void awaitStatus(RolloutHandle rollout, String step, StepStatus status) {
        Awaitility.await().atMost(LONG).until(() -> status(rollout.journal(), step) == status);
    }

    static void awaitWaiting(RolloutHandle rollout, String step) {
        Awaitility.await().atMost(LONG).until(() -> rollout.overview().waiting().containsKey(step));
    }

    static StepStatus status(Journal journal, String step) {
        return journal.step(step).map(record -> record.status()).orElse(StepStatus.PENDING);
    }

    static String decide(RolloutHandle rollout, Decision.Kind kind, String step) {
        return rollout.decide(kind, new DecisionRequest(step, "tester", "because", false));
    }

    @Override
    public void close() {
        engine.close();
        server.close();
    }

    private static final class OneTarget implements Targets {
        private final Target target = new Target("here", "test", null, new Pace(1000), true, false, Optional.empty());

        @Override
        public Target get(String name) {
            if (!name.isEmpty() && !name.equals("here")) {
                throw new IllegalArgumentException("there is no target '" + name + "'; there is here");
            }
            return target;
        }

        @Override
        public List<String> names() {
            return List.of("here");
        }
    }
}
