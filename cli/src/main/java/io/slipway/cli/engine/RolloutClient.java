package io.slipway.cli.engine;

import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.KnownRollout;
import io.slipway.cli.home.TypedId;
import io.slipway.cli.home.UsedServer;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.journal.Journal;
import io.slipway.worker.engine.RolloutEntry;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rollouts of a Temporal server, for commands that follow them, read them, or decide about them. */
public final class RolloutClient implements AutoCloseable {
    private static final int SEARCHED = 200;

    private final EngineSession session;
    private final String server;
    private final Optional<String> known;

    private RolloutClient(EngineSession session, String server, Optional<String> known) {
        this.session = session;
        this.server = server;
        this.known = known;
    }

    /**
     * Connects.
     *
     * @throws CliException when the server does not answer
     */
    public static RolloutClient open(Environment environment, TemporalSettings settings) {
        return open(environment, settings, Optional.empty());
    }

    private static RolloutClient open(Environment environment, TemporalSettings settings, Optional<String> known) {
        return new RolloutClient(EngineSession.client(new Home(environment), settings), settings.toString(), known);
    }

    /**
     * Connects to the server that is named, or else to the one that carries the rollout out as far as this home knows.
     *
     * @return empty when no server is named, and the rollout is over or one of a process of this home
     * @throws CliException when the server does not answer
     */
    public static Optional<RolloutClient> of(Environment environment, TemporalOptions options, String typed)
            throws IOException {
        Optional<TemporalSettings> named = options.settings(environment);
        if (named.isPresent()) {
            return named.map(settings -> open(environment, settings));
        }
        KnownRollout known = KnownRollout.find(new Home(environment), typed);
        return known.server().map(server -> {
            environment.console().err().println("rollout " + known.id() + " is run by " + server);
            return open(environment, options, known.id(), server);
        });
    }

    private static RolloutClient open(
            Environment environment, TemporalOptions options, String id, UsedServer.Named server) {
        try {
            return open(environment, options.at(environment, server.address(), server.namespace()), Optional.of(id));
        } catch (CliException e) {
            throw e.withFix("Give --temporal-address and the other options it needs. If that server no longer exists:"
                    + " slipway resume " + id);
        }
    }

    /** The engine behind it. */
    public EngineSession session() {
        return session;
    }

    /**
     * The rollout that was typed. One that the server does not list yet is taken by its whole id.
     *
     * @throws CliException when more than one fits, or none is the last
     */
    public RolloutHandle find(String typed) {
        if (known.isPresent()) {
            return session.engine().find(known.get());
        }
        List<String> ids = list(SEARCHED).stream().map(RolloutEntry::rollout).toList();
        String id = TypedId.find(typed, ids).orElse(typed);
        if (id.equals("last")) {
            throw CliException.invalid("there are no rollouts on " + server, "Start one with 'slipway run'.");
        }
        return session.engine().find(id);
    }

    /**
     * What happened in the rollout that was typed.
     *
     * @throws CliException when the server does not know it, or no worker answers for it
     */
    public Journal journal(String typed) {
        RolloutHandle rollout = find(typed);
        Journal journal = rollout.journal();
        if (journal.runs() == 0) {
            throw CliException.invalid(
                    "nothing is known about rollout '" + rollout.id() + "' on " + server,
                    "'slipway list' with the same server lists the rollouts; showing one requires a running worker.");
        }
        return journal;
    }

    /** The latest rollouts. */
    public List<RolloutEntry> list(int limit) {
        return session.engine().rollouts(limit);
    }

    @Override
    public void close() throws IOException {
        session.close();
    }
}
