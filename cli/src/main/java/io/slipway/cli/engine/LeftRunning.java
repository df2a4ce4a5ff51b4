package io.slipway.cli.engine;

import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.UsedServer;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import java.io.IOException;
import java.util.Optional;

/** A rollout that its journal calls running, since its process was killed or interrupted and could not say otherwise. */
public final class LeftRunning {
    /** The status of one in a list. */
    public static final String WORDS = "left running";

    private LeftRunning() {}

    /**
     * Whether a status in a journal was left there: its process is gone, or no process of this home is at work, which may be
     * its own. Of a store that homes share nobody can tell, and a worker of a Temporal server is none that a home knows of.
     */
    public static boolean is(Home home, String rollout, RolloutStatus status) throws IOException {
        return !home.isShared() && isUnattended(home, rollout, status);
    }

    /**
     * What {@link #WORDS} in a list mean.
     *
     * @param goOn the command that goes on with one
     */
    public static String explained(Home home, String goOn) {
        return WORDS + ": no process of " + home.place()
                + " is running it. Unless a worker of a Temporal server is, continue with: " + goOn;
    }

    /** What to say of it; empty while a process of this home carries it out, or may. */
    public static Optional<String> line(Home home, Journal journal) throws IOException {
        Optional<UsedServer.Named> server = new UsedServer(home, journal.rollout()).named();
        if (server.isPresent() && journal.status() == RolloutStatus.RUNNING) {
            return Optional.of("It is run by " + server.get() + "; follow it with: slipway watch " + journal.rollout());
        }
        return isUnattended(home, journal.rollout(), journal.status())
                ? Optional.of("No process of " + home.place() + " is running it. Unless a worker of a Temporal server"
                        + " is, continue with: slipway resume " + journal.rollout())
                : Optional.empty();
    }

    /**
     * Refuses what is meant for a rollout without a process.
     *
     * @throws CliException while a process of this home carries it out
     */
    public static void require(Home home, Journal journal) throws IOException {
        String rollout = journal.rollout();
        Optional<String> process = journal.status().closed() ? Optional.empty() : Carried.process(home, rollout);
        if (process.isPresent()) {
            throw CliException.invalid(
                    "process " + process.get() + " is running rollout " + rollout,
                    "Decide with the keys in its terminal, or end it with Ctrl-C there ('kill -INT " + process.get()
                            + "') and repeat this command; 'slipway watch " + rollout + "' only follows it.");
        }
    }

    private static boolean isUnattended(Home home, String rollout, RolloutStatus status) throws IOException {
        if (status != RolloutStatus.RUNNING
                || new UsedServer(home, rollout).named().isPresent()) {
            return false;
        }
        Optional<Boolean> lives = Carried.lives(home, rollout);
        return lives.isPresent() ? !lives.get() : !new HomeServers(home).atWork();
    }
}
