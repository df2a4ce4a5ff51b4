package io.slipway.coverage;

import io.slipway.model.check.Checked;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline that carries a guide, or a part of one, with what its runs have shown.
 *
 * @param checked the pipeline
 * @param sandbox what its runs in the sandbox have shown
 * @param bed its run on the test bed
 */
record Guide(Checked checked, Evidence sandbox, Optional<BedRun> bed) {
    /** Steps and checks behind a requirement, in the order of the guide. */
    List<String> carriers(String requirement) {
        return references(requirement).stream()
                .flatMap(reference -> checked.carriers().getOrDefault(reference, List.of()).stream())
                .distinct()
                .toList();
    }

    /** Why parts of a requirement are carried by no step. */
    List<String> reasons(String requirement) {
        return references(requirement).stream()
                .flatMap(reference -> checked
                        .guide()
                        .flatMap(index -> Optional.ofNullable(index.notCarried().get(reference)))
                        .map(reason -> "`" + reference + "`: " + reason)
                        .stream())
                .toList();
    }

    private List<String> references(String requirement) {
        return checked.guide().map(index -> index.referencesOf(requirement)).orElse(List.of());
    }
}
