package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.defaults.Quantity;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StoreReader;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How much of a quota's resources objects use. */
public final class QuotaUsage {

    private static final Quantity ONE = new Quantity(BigDecimal.ONE, false);
    private static final List<ResourceKind> MEASURED = List.of(Kinds.POD, Kinds.PERSISTENT_VOLUME_CLAIM);
    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");
    private static final Map<String, String> POINTERS = Map.of(
            "cpu", "/resources/requests/cpu",
            "memory", "/resources/requests/memory",
            "requests.cpu", "/resources/requests/cpu",
            "requests.memory", "/resources/requests/memory",
            "limits.cpu", "/resources/limits/cpu",
            "limits.memory", "/resources/limits/memory");

    private QuotaUsage() {}

    /**
     * What is used in a namespace now. Every object is looked at once, whatever the number of resources.
     *
     * @param store the store
     * @param namespace the namespace
     * @param resources the names a quota uses, such as {@code requests.cpu} or {@code count/jobs.batch}
     * @return the sums over all objects that count, by these names
     */
    public static Map<String, Quantity> used(StoreReader store, String namespace, Set<String> resources) {
        Map<String, Quantity> sums = new TreeMap<>();
        resources.forEach(resource -> sums.put(resource, Quantity.ZERO));
        Set<ResourceKind> kinds = new HashSet<>();
        resources.forEach(resource -> kinds.addAll(counted(resource)));
        for (ResourceKind kind : kinds) {
            for (ObjectNode object : store.views(kind, namespace).objects()) {
                of(kind, object)
                        .forEach((name, amount) -> sums.computeIfPresent(name, (same, sum) -> sum.plus(amount)));
            }
        }
        return sums;
    }

    /**
     * Whether objects of a kind count.
     *
     * @param kind the kind
     * @param resource the name a quota uses
     * @return whether a change of such an object may change what is used
     */
    public static boolean counts(ResourceKind kind, String resource) {
        return counted(resource).stream().anyMatch(kind::sameResource);
    }

    static Map<String, Quantity> of(ResourceKind kind, ObjectNode object) {
        Map<String, Quantity> usage = new TreeMap<>();
        usage.put("count/" + kind.resource(), ONE);
        if (kind.resource().equals("pods")) {
            if (!FINISHED.contains(object.at("/status/phase").asText())) {
                usage.put("pods", ONE);
                POINTERS.forEach((name, pointer) -> usage.put(name, sum(object, pointer)));
            }
        } else if (kind.group().isEmpty()) {
            usage.put(kind.plural(), ONE);
            if (kind.plural().equals("persistentvolumeclaims")) {
                usage.put("requests.storage", amount(object.at("/spec/resources/requests/storage")));
            }
            if (kind.plural().equals("services")) {
                String type = object.at("/spec/type").asText();
                usage.put("services.loadbalancers", type.equals("LoadBalancer") ? ONE : Quantity.ZERO);
                usage.put("services.nodeports", type.equals("NodePort") ? ONE : Quantity.ZERO);
            }
        }
        return usage;
    }

    static Optional<String> pointer(String resource) {
        return Optional.ofNullable(POINTERS.get(resource));
    }

    private static List<ResourceKind> counted(String resource) {
        String plain = resource.startsWith("count/") ? resource.substring("count/".length()) : resource;
        Optional<ResourceKind> named = Kinds.byResource(plain.startsWith("services.") ? "services" : plain);
        return named.map(List::of).orElseGet(() -> resource.equals(plain) ? MEASURED : List.of(custom(plain)));
    }

    /** Objects are found by plural and group alone. */
    private static ResourceKind custom(String resource) {
        int dot = resource.indexOf('.');
        String plural = dot < 0 ? resource : resource.substring(0, dot);
        return new ResourceKind(dot < 0 ? "" : resource.substring(dot + 1), "", "", plural, true);
    }

    private static Quantity sum(ObjectNode pod, String pointer) {
        Quantity sum = Quantity.ZERO;
        for (JsonNode container : pod.at("/spec/containers")) {
            sum = sum.plus(amount(container.at(pointer)));
        }
        return sum;
    }

    private static Quantity amount(JsonNode value) {
        return value.isMissingNode() ? Quantity.ZERO : Quantity.parse(value.asText());
    }
}
