package io.slipway.cli.engine;

import io.slipway.cli.error.CliException;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultSyntaxException;
import io.slipway.sandbox.faults.Faults;
import java.util.List;

/** What was given with {@code --fault}. */
public final class GivenFaults {
    private GivenFaults() {}

    /**
     * Reads them.
     *
     * @throws CliException with every mistake
     */
    public static List<Fault> read(List<String> scripts) {
        try {
            return Faults.parse(scripts);
        } catch (FaultSyntaxException e) {
            throw CliException.invalid(e.getMessage(), "'slipway rehearse --help' shows how faults are written.");
        }
    }
}
