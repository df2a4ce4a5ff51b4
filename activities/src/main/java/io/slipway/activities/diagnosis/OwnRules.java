package io.slipway.activities.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.model.check.Checked;
import io.slipway.model.check.Problem;
import io.slipway.model.yaml.YamlScalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The rules of a pipeline's folder: those of its {@code rules} file before those that come with Slipway. */
public final class OwnRules {
    private OwnRules() {}

    /**
     * The rules.
     *
     * @param checked the pipeline; the rules file of one with errors is not read, since its path may be one of them
     * @throws RuleFileException when the file has mistakes
     */
    public static DiagnosisRules of(Checked checked) {
        DiagnosisRules standard = DiagnosisRules.standard();
        return file(checked)
                .map(name -> standard.with(name, text(checked, name)))
                .orElse(standard);
    }

    private static Optional<String> file(Checked checked) {
        return checked.root()
                .filter(any -> checked.ok())
                .flatMap(root -> root.scalar("rules"))
                .map(YamlScalar::text);
    }

    /** The mistakes of the rules file, each with file, line and column. Without a file no rule is read. */
    public static List<Problem> problems(Checked checked) {
        if (file(checked).isEmpty()) {
            return List.of();
        }
        try {
            of(checked);
            return List.of();
        } catch (RuleFileException wrong) {
            return wrong.problems();
        }
    }

    private static String text(Checked checked, String name) {
        try {
            return new String(checked.folder().read(name), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of " + checked.name(), e);
        }
    }
}
