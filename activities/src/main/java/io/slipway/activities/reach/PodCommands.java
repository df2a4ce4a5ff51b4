package io.slipway.activities.reach;

import io.slipway.activities.cluster.access.ExecCall;
import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodExec;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.step.StepFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs commands in pods for a step: each is announced as a write and ends with the step's time. */
public final class PodCommands {
    /** What a shell and what the container runtime say when there is no such program. */
    private static final Set<Integer> NOT_STARTED = Set.of(126, 127);

    private static final Consumer<String> NOBODY = line -> {};

    private final Reach reach;
    private final PodExec exec;

    PodCommands(Reach reach) {
        this.reach = reach;
        this.exec = new PodExec(reach.cluster());
    }

    /** Runs a command; an exit code is a result. */
    public ExecResult run(PodRef pod, List<String> argv) throws InterruptedException {
        return run(pod, argv, Optional.empty(), NOBODY);
    }

    /** The same with text for its standard input, and somebody who follows its lines. */
    public ExecResult run(PodRef pod, List<String> argv, Optional<String> stdin, Consumer<String> onLine)
            throws InterruptedException {
        reach.context().beforeWrite();
        Duration left = reach.context().left();
        return exec.run(new ExecCall(pod, argv, stdin, left.compareTo(SHORTEST) < 0 ? SHORTEST : left, onLine));
    }

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /**
     * Runs a program that may not be on the container's PATH: when it is not found it is tried again in that folder.
     *
     * @param home folder of the program in the usual image, such as {@code /opt/spark/bin}
     */
    public ExecResult runProgram(PodRef pod, String home, List<String> argv, Consumer<String> onLine)
            throws InterruptedException {
        try {
            ExecResult result = run(pod, argv, Optional.empty(), onLine);
            if (!notFound(result, argv.getFirst())) {
                return result;
            }
        } catch (StepFailure refused) {
            if (!notFound(refused.failure().cause())) {
                throw refused;
            }
        }
        List<String> inHome = new ArrayList<>(argv);
        inHome.set(0, home + "/" + argv.getFirst());
        return run(pod, inHome, Optional.empty(), onLine);
    }

    /** Whether a result says that there is no such program, and not that the program failed. */
    public static boolean notFound(ExecResult result, String program) {
        return NOT_STARTED.contains(result.exitCode())
                && (notFound(result.stderr()) || notFound(result.stdout()))
                && (result.stderr() + result.stdout()).contains(program);
    }

    /** Whether a node's refusal to start a command says that there is no such program. */
    public static boolean notFound(String text) {
        return text.contains("not found") || text.contains("no such file or directory");
    }
}
