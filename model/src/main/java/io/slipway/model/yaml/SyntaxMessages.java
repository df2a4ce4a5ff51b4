package io.slipway.model.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The engine's complaints in plain words, with a hint where the usual cause can be seen. */
final class SyntaxMessages {
    private SyntaxMessages() {}

    static YamlProblem of(Source source, MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        Place place = mark.map(at -> new Place(source.file(), at.getLine() + 1, at.getColumn() + 1))
                .orElse(Place.startOf(source.file()));
        String problem = e.getProblem() == null ? "invalid YAML" : words(e.getProblem(), opened(e, place));
        return new YamlProblem(YamlProblem.Kind.SYNTAX, place, problem + hint(source, place, e));
    }

    /** Where the block, list or text begins that was being read, as people say it. */
    private static String opened(MarkedYamlEngineException e, Place problem) {
        int line = e.getContextMark().map(mark -> mark.getLine() + 1).orElse(problem.line());
        return line == problem.line() ? "on this line" : "on line " + line;
    }

    private static String words(String problem, String opened) {
        if (problem.contains("'\\t(TAB)'") || problem.contains("\\t")) {
            return "a tab cannot indent YAML: use spaces";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a ': ' is not allowed here: check the indentation, or quote the text";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a ':' after a key is missing";
        }
        if (problem.contains("undefined alias")) {
            return "this alias has no anchor";
        }
        if (problem.startsWith("expected <block end>")) {
            return "this does not fit the block that starts " + opened
                    + ": check the indentation, which must be the same in all its lines, and brackets and quotes";
        }
        if (problem.startsWith("expected ',' or '")) {
            char bracket = problem.charAt("expected ',' or '".length());
            return "a ',' or '" + bracket + "' is missing: the '" + (bracket == '}' ? '{' : '[') + "' " + opened
                    + " is not closed";
        }
        if (problem.startsWith("found unexpected end of stream")) {
            return "the file ends within a quoted text that starts " + opened;
        }
        if (problem.contains("that cannot start any token")) {
            return "a text cannot begin with " + problem.replaceAll("(?s)^found character (\\S+) .*$", "$1")
                    + " here: quote it";
        }
        if (problem.contains("sequence entries are not allowed here")) {
            return "a list with '-' must start on a line of its own";
        }
        return problem.replaceAll("\\s+", " ").strip();
    }

    private static String hint(Source source, Place place, MarkedYamlEngineException e) {
        int context = e.getContextMark().map(mark -> mark.getLine() + 1).orElse(place.line());
        for (int line = Math.max(context, place.line() - 1); line <= place.line(); line++) {
            Optional<String> hint = Quoting.hint(source.line(line));
            if (hint.isPresent()) {
                return ". " + hint.get();
            }
        }
        return "";
    }
}
