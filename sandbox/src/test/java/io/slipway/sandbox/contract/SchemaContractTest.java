package io.slipway.sandbox.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The sandbox's table of types is what a real API server publishes in its OpenAPI documents: fields, their types, how lists
 * and objects are owned, and how a strategic merge patch merges them. {@code -Dgolden.update=true} writes it anew.
 */
class SchemaContractTest {

    private static final Kept KEPT = new Kept("src/main/resources/io/slipway/sandbox/api/types/types.tsv");
    private static final String REMARK = """
            # Fields of the built-in kinds, as Kubernetes 1.32 publishes them in its OpenAPI documents (SchemaContractTest writes and compares them):
            # @kind TAB type, then type TAB field:type ... TAB atomic, when objects of the type are owned as a whole.
            # [] a list, {} a map from text. After the type of a field: ;map=KEYS a list owned item by item, KEY=DEFAULT where a key may be missing;
            # ;set one owned by value; other lists are owned as a whole; ;atomic or ;granular an object, in spite of its type;
            # ;merge=KEY, ;merge and ;replace for a strategic merge patch.""";

    @Test
    void typesAreThoseOfTheServer() {
        assumeTrue(Cluster.get().real(), "the sandbox publishes the very table that is written here");
        OpenApiTypes types = new OpenApiTypes();
        List<KindRow> kinds = KindRow.ofKubernetes();
        kinds.stream()
                .map(KindRow::document)
                .distinct()
                .forEach(path -> types.add(
                        Cluster.get().client().get("/openapi/v3" + path).ok()));
        KEPT.holds(REMARK, types.table(kinds));
    }
}
