package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.select.FieldSelector;
import io.slipway.sandbox.api.select.LabelSelector;
import io.slipway.sandbox.store.Meta;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which objects a list or watch is about.
 *
 * @param test tests an object
 * @param everything whether nothing is left out
 */
public record Selection(Predicate<JsonNode> test, boolean everything) {

    /**
     * The selection of a request.
     *
     * @param call the request
     * @return its selectors, and its namespace and name
     * @throws io.slipway.sandbox.store.StatusException {@code BadRequest} for a wrong selector
     */
    public static Selection of(Call call) {
        String labels = call.exchange().query("labelSelector").orElse("");
        String fields = call.exchange().query("fieldSelector").orElse("");
        Predicate<JsonNode> test = LabelSelector.parse(labels).and(FieldSelector.parse(call.kind(), fields));
        if (!call.namespace().isEmpty()) {
            test = test.and(object -> Meta.namespace(object).equals(call.namespace()));
        }
        if (!call.info().name().isEmpty()) {
            test = test.and(object -> Meta.name(object).equals(call.info().name()));
        }
        return new Selection(test, labels.isEmpty() && fields.isEmpty());
    }

    List<ObjectNode> from(List<ObjectNode> objects) {
        return objects.stream().filter(test).toList();
    }
}
