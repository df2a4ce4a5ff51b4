package io.slipway.sandbox.faults;

import java.util.regex.Pattern;

/** What a fault strikes. */
public sealed interface FaultTarget {
    /** True when the fault strikes this subject. */
    boolean matches(Subject subject);

    /** The API server itself: {@code api}. */
    record Api() implements FaultTarget {
        @Override
        public boolean matches(Subject subject) {
            return subject.isApi();
        }
    }

    /** Whatever is there: {@code *}. */
    record Everything() implements FaultTarget {
        @Override
        public boolean matches(Subject subject) {
            return true;
        }
    }

    /** Everything a step brought, by the label {@code slipway.io/step} on the object or on one of its owners. */
    record Step(String name) implements FaultTarget {
        @Override
        public boolean matches(Subject subject) {
            return subject.steps().contains(name);
        }
    }

    /** An object by kind and name, both may be globs: {@code deployment/flink-*}. Owners count too. */
    record Named(String kind, String name) implements FaultTarget {
        @Override
        public boolean matches(Subject subject) {
            return subject.lineage().stream().anyMatch(this::is);
        }

        private boolean is(Subject.Ref ref) {
            return glob(kind).matcher(KindNames.canonical(ref.kind())).matches()
                    && glob(name).matcher(ref.name()).matches();
        }

        private static Pattern glob(String text) {
            return Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E");
        }
    }
}
