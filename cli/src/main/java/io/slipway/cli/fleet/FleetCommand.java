package io.slipway.cli.fleet;

import io.slipway.cli.console.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code slipway fleet}: one pipeline over many targets in waves. */
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Roll one pipeline out to many targets in waves. A wave starts once the previous one is" + " healthy.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway fleet plan examples/fleet            the waves and their targets",
            "  slipway fleet run examples/fleet --sandbox   one sandbox per target",
            "  slipway fleet status last                    which targets failed, and why",
            "  slipway fleet continue last                  retry failed, then the rest"
        })
public final class FleetCommand implements Runnable {
    private final Environment environment;
    private CommandSpec spec;

    /** The command in that environment. */
    public FleetCommand(Environment environment) {
        this.environment = environment;
    }

    @Spec
    void commands(CommandSpec own) {
        spec = own;
        own.addSubcommand("plan", line(new FleetPlanCommand(environment)));
        own.addSubcommand("run", line(new FleetRunCommand(environment)));
        own.addSubcommand("status", line(new FleetStatusCommand(environment)));
        own.addSubcommand("watch", line(new FleetWatchCommand(environment)));
        own.addSubcommand("pause", line(new FleetDecideCommand(environment, "pause")));
        own.addSubcommand("continue", line(new FleetContinueCommand(environment)));
        own.addSubcommand("abort", line(new FleetDecideCommand(environment, "abort")));
        own.addSubcommand("list", line(new FleetListCommand(environment)));
    }

    private static CommandLine line(Object command) {
        return new CommandLine(command);
    }

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        line.usage(line.getOut());
    }
}
