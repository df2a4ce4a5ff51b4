package io.slipway.cli.system;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion script, with ids of rollouts and fleets looked up in the home folder while somebody types. */
final class CompletionScript {
    private static final String ID = "ID";

    /** A look into a folder, as starting Slipway would take longer than a person waits for a completion. */
    private static final String LOOK_UP = """

            # Ids that the home folder knows, the latest first; an id with a colon is kept under another name.
            function _slipway_ids() {
              echo last
              ls -t "${SLIPWAY_HOME:-.slipway}/$1" 2>/dev/null | grep -v _
            }
            """;

    private CompletionScript() {}

    static String of(CommandLine root) {
        root.getSubcommands()
                .forEach((name, command) -> offerIds(command, name.equals("fleet") ? "fleets" : "rollouts"));
        String script = AutoComplete.bash(root.getCommandName(), root);
        for (String folder : List.of("rollouts", "fleets")) {
            script = script.replace("(\"@" + folder + "\")", "($(_slipway_ids " + folder + "))");
        }
        return script + LOOK_UP;
    }

    private static void offerIds(CommandLine command, String folder) {
        CommandSpec spec = command.getCommandSpec();
        for (PositionalParamSpec argument : List.copyOf(spec.positionalParameters())) {
            if (argument.paramLabel().equals(ID)) {
                spec.remove(argument);
                spec.addPositional(argument.toBuilder()
                        .completionCandidates(List.of("@" + folder))
                        .build());
            }
        }
        command.getSubcommands().values().forEach(inner -> offerIds(inner, folder));
    }
}
