package io.slipway.workflows.contract;

import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** The search attributes of rollouts. Without them registered, lists show less, and nothing else happens. */
public final class SearchAttributes {
    /** Name of the pipeline. */
    public static final SearchAttributeKey<String> PIPELINE = SearchAttributeKey.forKeyword("SlipwayPipeline");
    /** Name of the target. */
    public static final SearchAttributeKey<String> TARGET = SearchAttributeKey.forKeyword("SlipwayTarget");
    /** {@code running}, {@code paused}, {@code succeeded}, {@code failed}, {@code aborted} or {@code cancelled}. */
    public static final SearchAttributeKey<String> STATUS = SearchAttributeKey.forKeyword("SlipwayStatus");

    private SearchAttributes() {}

    /** All of them, for registration. */
    public static List<SearchAttributeKey<String>> all() {
        return List.of(PIPELINE, TARGET, STATUS);
    }
}
