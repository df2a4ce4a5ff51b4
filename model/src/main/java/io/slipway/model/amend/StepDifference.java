package io.slipway.model.amend;

import java.util.List;
import java.util.Locale;

/**
 * What an amendment makes of one step.
 *
 * @param step its name
 * @param stage its stage, in the new plan if it is there
 * @param kind what becomes of it
 * @param what the parts that differ, for people: {@code deploy.manifests}, {@code parameter 'size': 1 → 2}; or what it follows
 */
public record StepDifference(String step, String stage, Kind kind, List<String> what) {
    public StepDifference {
        what = List.copyOf(what);
    }

    /** What becomes of a step. */
    public enum Kind {
        /** It is the same, and follows the same. */
        KEPT("="),
        /** It would do something else. */
        CHANGED("~"),
        /** It is the same, but what it follows is not. */
        AGAIN("^"),
        /** It was not there. */
        NEW("+"),
        /** It is not there any more. */
        GONE("-");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        /** The sign in lists for people. */
        public String sign() {
            return sign;
        }

        /** The word for people and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line for people: {@code changed flink-deploy (deploy.manifests)}. */
    public String display() {
        return kind.word() + " " + step + (what.isEmpty() ? "" : " (" + String.join(", ", what) + ")");
    }
}
