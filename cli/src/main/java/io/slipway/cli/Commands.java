package io.slipway.cli;

import io.slipway.cli.cluster.DiagnoseCommand;
import io.slipway.cli.cluster.ReadyCommand;
import io.slipway.cli.console.Environment;
import io.slipway.cli.fleet.FleetCommand;
import io.slipway.cli.language.CheckCommand;
import io.slipway.cli.language.ExplainCommand;
import io.slipway.cli.language.InitCommand;
import io.slipway.cli.language.SchemaCommand;
import io.slipway.cli.language.VerbsCommand;
import io.slipway.cli.records.CleanCommand;
import io.slipway.cli.records.ListCommand;
import io.slipway.cli.records.LogsCommand;
import io.slipway.cli.records.ReportCommand;
import io.slipway.cli.records.ShowCommand;
import io.slipway.cli.rollouts.AmendCommand;
import io.slipway.cli.rollouts.CancelCommand;
import io.slipway.cli.rollouts.DecideCommand;
import io.slipway.cli.rollouts.HistoryCommand;
import io.slipway.cli.rollouts.PlanCommand;
import io.slipway.cli.rollouts.RehearseCommand;
import io.slipway.cli.rollouts.ResumeCommand;
import io.slipway.cli.rollouts.RevalidateCommand;
import io.slipway.cli.rollouts.RunCommand;
import io.slipway.cli.rollouts.ScheduleCommand;
import io.slipway.cli.rollouts.UndoCommand;
import io.slipway.cli.rollouts.UnlockCommand;
import io.slipway.cli.rollouts.WatchCommand;
import io.slipway.cli.system.CompletionCommand;
import io.slipway.cli.system.SandboxCommand;
import io.slipway.cli.system.VersionCommand;
import io.slipway.cli.system.WorkerCommand;
import io.slipway.model.journal.Decision;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The commands by name, in the order of the help. */
final class Commands {
    static final String COMPLETION = "completion";
    static final String HELP = "help";

    /** Commands that speak of the others, so that all have to be there. */
    static final Set<String> OF_ALL = Set.of(COMPLETION, HELP);

    private Commands() {}

    static Map<String, Function<Environment, Object>> all() {
        Map<String, Function<Environment, Object>> commands = new LinkedHashMap<>();
        commands.put("init", InitCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("run", RunCommand::new);
        commands.put("rehearse", RehearseCommand::new);
        commands.put("resume", ResumeCommand::new);
        commands.put("watch", WatchCommand::new);
        for (Decision.Kind kind : Decision.Kind.OF_STEPS) {
            commands.put(kind.name().toLowerCase(Locale.ROOT), environment -> new DecideCommand(environment, kind));
        }
        commands.put("cancel", CancelCommand::new);
        commands.put("amend", AmendCommand::new);
        commands.put("undo", UndoCommand::new);
        commands.put("unlock", UnlockCommand::new);
        commands.put("revalidate", RevalidateCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("schedule", ScheduleCommand::new);
        commands.put("fleet", FleetCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("logs", LogsCommand::new);
        commands.put("list", ListCommand::new);
        commands.put("clean", CleanCommand::new);
        commands.put("ready", ReadyCommand::new);
        commands.put("diagnose", DiagnoseCommand::new);
        commands.put("verbs", VerbsCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("sandbox", SandboxCommand::new);
        commands.put("worker", WorkerCommand::new);
        commands.put(COMPLETION, CompletionCommand::new);
        commands.put("version", VersionCommand::new);
        commands.put(HELP, environment -> new HelpCommand());
        return commands;
    }
}
