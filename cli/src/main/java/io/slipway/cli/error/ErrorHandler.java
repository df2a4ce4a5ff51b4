package io.slipway.cli.error;

import io.slipway.activities.store.s3.StoreLost;
import io.slipway.cli.console.Console;
import io.slipway.model.check.Suggestion;
import io.slipway.reports.words.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Shows errors as {@code slipway: what is wrong}, with what to do, and a stack trace only when asked for. */
public final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;

    /** Shows errors on that console. */
    public ErrorHandler(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine line = problem.getCommandLine();
        show(message(problem));
        console.err().println("Run '" + line.getCommandSpec().qualifiedName() + " --help' for usage.");
        return ExitCode.INVALID;
    }

    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        ArgSpec argument = problem.getArgSpec();
        return argument != null
                        && problem.getValue() != null
                        && argument.typeInfo().isEnum()
                ? noWord(argument, problem.getValue())
                : likeOurs(problem.getMessage());
    }

    /** Picocli begins its messages with a capital letter; all others begin small, after {@code slipway:}. */
    private static String likeOurs(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /** Of an option that takes one of a few words. */
    private static String noWord(ArgSpec argument, String wrong) {
        List<String> words = argument.typeInfo().getEnumConstantNames();
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return name + " must be one of " + String.join(", ", words) + ", not '" + wrong + "'"
                + Suggestion.hint(wrong, words);
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        String wrong = unmatched.getUnmatched().getFirst();
        boolean command = !unmatched.getCommandLine().getSubcommands().isEmpty() && !wrong.startsWith("-");
        String what = unmatched.isUnknownOption() || wrong.startsWith("-")
                ? "unknown option"
                : command ? "unknown command" : "unexpected argument";
        List<String> names = names(unmatched.getCommandLine(), wrong.startsWith("-"));
        String meant = command ? Habits.ours(wrong).filter(names::contains).orElse(wrong) : wrong;
        return what + " '" + wrong + "'" + Suggestion.hint(meant, names);
    }

    private static List<String> names(CommandLine line, boolean options) {
        return options
                ? List.copyOf(line.getCommandSpec().optionsMap().keySet())
                : List.copyOf(line.getSubcommands().keySet());
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine line, ParseResult parsed) {
        boolean trace = parsed.originalArgs().contains("--stacktrace");
        int code = handle(problem);
        if (trace) {
            problem.printStackTrace(console.err());
        }
        return code;
    }

    private int handle(Exception problem) {
        return switch (problem) {
            case CliException known -> {
                show(known.getMessage());
                advise(known.fix());
                yield known.exitCode();
            }
            case NoSuchFileException gone -> file("file not found: " + gone.getFile(), "Check the path.");
            case AccessDeniedException denied ->
                file("permission denied: " + denied.getFile(), "Check the permissions of the file and its folder.");
            case StoreLost lost -> {
                show(lost.getMessage());
                yield ExitCode.UNREACHABLE;
            }
            case UncheckedIOException wrapped when isSaidBy(wrapped.getCause()) -> handle(wrapped.getCause());
            case UncheckedIOException wrapped -> disk(DiskTrouble.of(wrapped));
            case IOException other -> disk(DiskTrouble.of(other));
            case InterruptedException stopped -> {
                show("interrupted");
                yield ExitCode.INTERRUPTED;
            }
            default -> {
                show(said(problem));
                advise("This is a bug. Run the command again with --stacktrace and report its output.");
                yield ExitCode.FAILED;
            }
        };
    }

    private static boolean isSaidBy(IOException cause) {
        return cause instanceof NoSuchFileException || cause instanceof AccessDeniedException;
    }

    private int disk(DiskTrouble trouble) {
        show(trouble.message());
        advise(trouble.fix());
        return trouble.fix().isEmpty() ? ExitCode.INVALID : ExitCode.FAILED;
    }

    private static String said(Exception problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank()
                ? "an unexpected " + problem.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private int file(String message, String fix) {
        show(message);
        advise(fix);
        return ExitCode.INVALID;
    }

    private void show(String message) {
        console.err().println(console.errPalette().paint(Mark.Tone.BAD, "slipway:") + " " + message);
    }

    private void advise(String fix) {
        if (!fix.isEmpty()) {
            console.err().println(fix);
        }
    }
}
