package io.slipway.reports.junit;

import io.slipway.model.journal.Failure;
import io.slipway.reports.CheckReport;
import io.slipway.reports.StepReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A step as a test suite.
 *
 * @param name stage and step
 * @param seconds how long it took
 * @param cases the step itself, then its checks
 */
record Suite(String name, double seconds, List<Case> cases) {

    static Suite of(StepReport step) {
        String name = step.stage() + "/" + step.step();
        Stream<Case> checks = step.checks().stream().map(Suite::check);
        return new Suite(
                name,
                step.seconds(),
                Stream.concat(Stream.of(step(step)), checks).toList());
    }

    private static Case step(StepReport step) {
        String name = step.verb() + " " + step.step();
        return switch (step.status()) {
            case SUCCEEDED -> Case.passed(name, step.seconds(), step.summary());
            case FAILED -> Case.failed(name, step.seconds(), message(step), story(step));
            case PAUSED ->
                step.failure().isPresent()
                        ? Case.failed(name, step.seconds(), message(step), story(step))
                        : Case.skipped(name, step.seconds(), "waits for a decision: " + step.reason());
            case SKIPPED, UNDONE, PENDING, RUNNING, RETRYING ->
                Case.skipped(
                        name,
                        step.seconds(),
                        (step.status().name().toLowerCase(Locale.ROOT) + ": " + step.reason()).replaceAll(": $", ""));
        };
    }

    private static String message(StepReport step) {
        return step.failure().map(Failure::message).orElse(step.reason());
    }

    private static String story(StepReport step) {
        Optional<Failure> failure = step.failure();
        return lines(
                "object", failure.map(Failure::object).orElse(""),
                "cause", failure.map(Failure::cause).orElse(""),
                "fix", failure.map(Failure::fix).orElse(""));
    }

    private static Case check(CheckReport check) {
        if (check.passed()) {
            return Case.passed(
                    check.name(), check.seconds(), lines("expected", check.expected(), "seen", check.seen()));
        }
        String story =
                lines("expected", check.expected(), "seen", check.seen(), "cause", check.cause(), "fix", check.fix());
        return check.failed()
                ? Case.failed(check.name(), check.seconds(), "seen: " + check.seen(), story)
                : Case.skipped(check.name(), check.seconds(), "warning: " + story);
    }

    /** Pairs of label and text, a line each; empty texts are left out. */
    private static String lines(String... pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(pairs[i])
                        .append(": ")
                        .append(pairs[i + 1]);
            }
        }
        return text.toString();
    }

    int tests() {
        return cases.size();
    }

    long failures() {
        return cases.stream().filter(one -> one.kind() == Case.Kind.FAILED).count();
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", Case.legal(name));
        xml.writeAttribute("tests", Integer.toString(tests()));
        xml.writeAttribute("failures", Long.toString(failures()));
        xml.writeAttribute(
                "skipped",
                Long.toString(cases.stream()
                        .filter(one -> one.kind() == Case.Kind.SKIPPED)
                        .count()));
        xml.writeAttribute("time", time(seconds));
        for (Case one : cases) {
            one.write(name, xml);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    static String time(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
