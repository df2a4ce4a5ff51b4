package io.slipway.cli;

import io.slipway.cli.cluster.ReadyCommand;
import io.slipway.cli.console.Environment;
import io.slipway.cli.language.ExplainCommand;
import io.slipway.cli.language.InitCommand;
import io.slipway.cli.language.VerbsCommand;
import io.slipway.cli.records.ListCommand;
import io.slipway.cli.records.LogsCommand;
import io.slipway.cli.records.ReportCommand;
import io.slipway.cli.records.ShowCommand;
import io.slipway.cli.system.CompletionCommand;
import io.slipway.cli.system.VersionCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The commands by name, in the order of the help. */
final class Commands {
    static final String COMPLETION = "completion";

    private Commands() {}

    static Map<String, Function<Environment, Object>> all() {
        Map<String, Function<Environment, Object>> commands = new LinkedHashMap<>();
        commands.put("init", InitCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("logs", LogsCommand::new);
        commands.put("list", ListCommand::new);
        commands.put("ready", ReadyCommand::new);
        commands.put("verbs", VerbsCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put(COMPLETION, CompletionCommand::new);
        commands.put("version", VersionCommand::new);
        return commands;
    }
}
