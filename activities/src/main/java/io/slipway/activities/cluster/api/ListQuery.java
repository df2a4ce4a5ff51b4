package io.slipway.activities.cluster.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * What a list is limited to.
 *
 * @param labels label selector; empty for all
 * @param fields field selector; empty for all
 */
public record ListQuery(String labels, String fields) {
    /** Everything. */
    public static final ListQuery ALL = new ListQuery("", "");

    private static final int PAGE = 500;

    /**
     * Objects with these labels.
     *
     * @throws io.slipway.activities.step.StepFailure when it is no label selector
     */
    public static ListQuery labels(String selector) {
        return new ListQuery(Selector.parse(selector).toString(), "");
    }

    String page(String continueToken) {
        return "?limit=" + PAGE + part("labelSelector", labels) + part("fieldSelector", fields)
                + part("continue", continueToken);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, UTF_8);
    }
}
