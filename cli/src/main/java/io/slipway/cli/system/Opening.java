package io.slipway.cli.system;

import io.slipway.cli.engine.WorkerTargets;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Opens a worker's targets, perhaps with several attempts: a cluster or its kubeconfig may come later. */
final class Opening {
    private final Open open;
    private final BooleanSupplier lacksKubeconfig;
    private WorkerTargets targets;

    /** Opens the targets, or says why it cannot. */
    interface Open {
        WorkerTargets all() throws IOException;
    }

    /**
     * Targets that are not open yet.
     *
     * @param lacksKubeconfig whether the kubeconfig is not there
     */
    Opening(Open open, BooleanSupplier lacksKubeconfig) {
        this.open = open;
        this.lacksKubeconfig = lacksKubeconfig;
    }

    /**
     * Why they cannot be opened yet; empty when they are open.
     *
     * @throws CliException when waiting does not mend it
     */
    Optional<CliException> trouble() {
        if (targets != null) {
            return Optional.empty();
        }
        try {
            targets = open.all();
            return Optional.empty();
        } catch (CliException e) {
            if (e.exitCode() == ExitCode.UNREACHABLE || lacksKubeconfig.getAsBoolean()) {
                return Optional.of(e);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The targets once they are open. */
    Optional<WorkerTargets> opened() {
        return Optional.ofNullable(targets);
    }
}
