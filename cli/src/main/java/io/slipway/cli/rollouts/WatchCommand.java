package io.slipway.cli.rollouts;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.LeftRunning;
import io.slipway.cli.engine.RolloutClient;
import io.slipway.cli.engine.RolloutView;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.engine.WaitingChildren;
import io.slipway.cli.home.Home;
import io.slipway.cli.live.Follower;
import io.slipway.cli.live.Progress;
import io.slipway.cli.live.Watching;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway watch}: follows a rollout that another process, or a worker of a server, carries out. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Follow a rollout run by another process until it ends or pauses.",
        footerHeading = "%nExamples:%n",
        footer = "  slipway watch last")
public final class WatchCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(arity = "0..1", paramLabel = "ID", defaultValue = "last", description = "ID of the rollout, or 'last'.")
    private String rollout = "last";

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public WatchCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<RolloutClient> server = RolloutClient.of(environment, temporal, rollout);
        return server.isPresent() ? onServer(server.get()) : beside();
    }

    private int onServer(RolloutClient server) throws IOException, InterruptedException {
        try (RolloutClient client = server) {
            return new RunRollout(environment, new Home(environment), output)
                    .follow(client.session(), client.find(rollout));
        }
    }

    private int beside() throws IOException, InterruptedException {
        Home home = new Home(environment);
        String id = home.rollout(rollout);
        LeftRunning.line(home, home.journals().journal(id))
                .ifPresent(environment.console().err()::println);
        RolloutView view = RolloutView.beside(home, id);
        try (Progress progress = Watching.open(environment.console(), output.isText(), Journal.empty(id))) {
            new Follower(view, progress, key -> {}).follow(beat -> {
                boolean left = isLeft(home, view.journal());
                if (!left) {
                    Thread.sleep(beat);
                }
                return left;
            });
        }
        return new RunRollout(environment, home, output).finish(view.again());
    }

    private static boolean isLeft(Home home, Journal journal) {
        return journal.status() != RolloutStatus.RUNNING
                || !WaitingChildren.of(home, journal, child -> true).isEmpty();
    }
}
