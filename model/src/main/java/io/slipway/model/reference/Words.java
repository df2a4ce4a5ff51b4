package io.slipway.model.reference;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in Markdown. */
final class Words {
    private Words() {}

    /** Names as code, with commas between them. */
    static String code(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
