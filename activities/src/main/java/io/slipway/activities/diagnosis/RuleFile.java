package io.slipway.activities.diagnosis;

import io.slipway.model.check.Problem;
import io.slipway.model.check.ProblemCode;
import io.slipway.model.yaml.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a file of rules, and reports all its mistakes at once. */
final class RuleFile {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private RuleFile(String file) {
        this.file = file;
    }

    static List<DiagnosisRule> read(String file, String text) {
        RuleFile reader = new RuleFile(file);
        List<DiagnosisRule> rules = reader.rules(text);
        if (!reader.problems.isEmpty()) {
            throw new RuleFileException(reader.problems);
        }
        return rules;
    }

    private List<DiagnosisRule> rules(String text) {
        List<DiagnosisRule> rules = new ArrayList<>();
        Optional<Node> root = compose(text);
        if (root.isEmpty()) {
            return rules;
        }
        if (!(root.get() instanceof SequenceNode list)) {
            report(
                    ProblemCode.WRONG_TYPE,
                    root.get().getStartMark(),
                    "a rules file is a list; start every rule with '- id: ...'");
            return rules;
        }
        Set<String> ids = new HashSet<>();
        for (Node entry : list.getValue()) {
            new RuleEntry(this::report).read(entry).ifPresent(rule -> {
                if (!ids.add(rule.id())) {
                    report(
                            ProblemCode.DUPLICATE_NAME,
                            entry.getStartMark(),
                            "the id " + rule.id() + " is there twice; give each rule its own");
                }
                rules.add(rule);
            });
        }
        return rules;
    }

    private Optional<Node> compose(String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException wrong) {
            report(ProblemCode.SYNTAX, wrong.getProblemMark(), wrong.getProblem());
        } catch (YamlEngineException wrong) {
            report(ProblemCode.SYNTAX, Optional.empty(), wrong.getMessage());
        }
        return Optional.empty();
    }

    private void report(ProblemCode code, Optional<Mark> mark, String problem) {
        Place place = mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> Place.startOf(file));
        problems.add(new Problem(code, place, problem));
    }
}
