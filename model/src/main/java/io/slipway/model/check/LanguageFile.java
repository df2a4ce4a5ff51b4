package io.slipway.model.check;

import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlProblem;
import io.slipway.model.yaml.YamlReader;
import io.slipway.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Reads a file of the language: YAML that is a map. */
final class LanguageFile {
    private final String file;
    private final String what;
    private final Problems problems;

    /**
     * A file to be read.
     *
     * @param file its name in problems
     * @param what what it holds, with its article: {@code a pipeline}
     */
    LanguageFile(String file, String what, Problems problems) {
        this.file = file;
        this.what = what;
        this.problems = problems;
    }

    /** The map in it, in a version of the language that is known; else problems say why there is none. */
    Optional<YamlMap> versioned(byte[] bytes) {
        return map(bytes, what + " must be a map that starts with 'slipway: v1'")
                .filter(this::isKnown);
    }

    /** The map in it. */
    Optional<YamlMap> plain(byte[] bytes) {
        return map(bytes, what + " is a map");
    }

    private Optional<YamlMap> map(byte[] bytes, String form) {
        YamlFile read = YamlReader.read(file, bytes);
        read.problems().forEach(problem -> problems.add(code(problem.kind()), problem.place(), problem.message()));
        if (read.problems().stream().anyMatch(problem -> endsReading(problem.kind()))) {
            return Optional.empty();
        }
        YamlNode root = read.root().orElse(null);
        if (root instanceof YamlMap map) {
            return Optional.of(map);
        }
        problems.add(ProblemCode.WRONG_TYPE, root == null ? Place.startOf(file) : root.place(), form);
        return Optional.empty();
    }

    /** Whether the file is of a version this Slipway knows; a newer one is not checked any further. */
    private boolean isKnown(YamlMap root) {
        List<String> languages = Checker.LANGUAGES;
        Optional<YamlScalar> version = root.scalar("slipway");
        if (version.isEmpty() || languages.contains(version.get().text())) {
            return true;
        }
        boolean newer = version.get().text().matches("v[1-9][0-9]*");
        problems.add(
                ProblemCode.LANGUAGE_VERSION,
                version.get().place(),
                newer
                        ? "this " + what.substring(what.indexOf(' ') + 1)
                                + " requires a Slipway that supports language "
                                + version.get().text() + "; this one supports " + String.join(", ", languages)
                        : "'" + version.get().text() + "' is not a language version: write v1");
        return !newer;
    }

    private static boolean endsReading(YamlProblem.Kind kind) {
        return switch (kind) {
            case SYNTAX, TOO_LARGE, ENCODING -> true;
            case DUPLICATE_KEY, UNSUPPORTED -> false;
        };
    }

    private static ProblemCode code(YamlProblem.Kind kind) {
        return switch (kind) {
            case SYNTAX -> ProblemCode.SYNTAX;
            case DUPLICATE_KEY -> ProblemCode.DUPLICATE_KEY;
            case TOO_LARGE -> ProblemCode.TOO_LARGE;
            case ENCODING -> ProblemCode.ENCODING;
            case UNSUPPORTED -> ProblemCode.UNSUPPORTED_YAML;
        };
    }
}
