package io.slipway.cli.language;

import io.slipway.cli.console.Columns;
import io.slipway.model.check.Checked;
import io.slipway.model.check.GuideIndex;
import java.util.List;

/** The guide's sections and commands, and who carries them, for people. */
final class CoverageText {
    private CoverageText() {}

    static String of(Checked checked) {
        return checked.guide().map(guide -> table(guide, checked)).orElse("this pipeline has no guide\n");
    }

    private static String table(GuideIndex guide, Checked checked) {
        Columns table = Columns.of("GUIDE", "CARRIED BY");
        for (String reference : guide.references()) {
            List<String> carriers = checked.carriers().getOrDefault(reference, List.of());
            String reason = guide.notCarried().get(reference);
            table.row(
                    reference,
                    !carriers.isEmpty()
                            ? String.join(", ", carriers)
                            : reason == null ? "nobody" : "not covered: " + reason);
        }
        return table.text() + "\n" + requirements(guide, checked);
    }

    /** The numbered requirements, when the guide's index has them. */
    private static String requirements(GuideIndex guide, Checked checked) {
        if (guide.requirements().isEmpty()) {
            return "";
        }
        Columns table = Columns.of("REQUIREMENT", "CARRIED BY");
        for (String number : guide.requirements().keySet()) {
            List<String> carriers = guide.referencesOf(number).stream()
                    .flatMap(reference -> checked.carriers().getOrDefault(reference, List.of()).stream())
                    .distinct()
                    .toList();
            table.row(number, carriers.isEmpty() ? "nobody" : String.join(", ", carriers));
        }
        return table.text() + "\n";
    }
}
