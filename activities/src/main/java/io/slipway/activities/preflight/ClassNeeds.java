package io.slipway.activities.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.validate.probes.Seen;
import java.util.List;
import java.util.Map;

/** Classes of storage and ingress that must exist. */
final class ClassNeeds {
    private static final String DEFAULT = "default";

    private ClassNeeds() {}

    static Need storage(String name) {
        return new Need(
                "storage class " + name,
                "storageClass",
                name.equals(DEFAULT) ? "there is a default StorageClass" : "storageclass/" + name + " exists",
                reach -> reach.callsOn("storageclasses", "", "list"),
                reach -> ask("storageclasses", "StorageClass", name, "storageclass.kubernetes.io", reach));
    }

    static Need ingress(String name) {
        return new Need(
                "ingress class " + name,
                "ingressClass",
                name.equals(DEFAULT) ? "there is a default IngressClass" : "ingressclass/" + name + " exists",
                reach -> reach.callsOn("ingressclasses", "", "list"),
                reach -> ask("ingressclasses", "IngressClass", name, "ingressclass.kubernetes.io", reach));
    }

    private static Seen ask(String kind, String display, String wanted, String group, Reach reach)
            throws InterruptedException {
        List<JsonNode> classes = reach.list(kind, "", "");
        List<String> names = classes.stream().map(ClassNeeds::name).toList();
        boolean there = wanted.equals(DEFAULT)
                ? classes.stream().anyMatch(each -> isDefault(each, group))
                : names.contains(wanted);
        String all = names.isEmpty() ? "there is none" : "there are " + String.join(", ", names);
        return Seen.good(Map.of(), all)
                .butWhen(
                        !there,
                        (wanted.equals(DEFAULT)
                                        ? "no " + display + " is the default"
                                        : display + " " + wanted + " not found")
                                + "; " + all,
                        "create it, mark one as the default, or name one that is there");
    }

    private static boolean isDefault(JsonNode each, String group) {
        return each.path("metadata")
                .path("annotations")
                .path(group + "/is-default-class")
                .asText("")
                .equals("true");
    }

    private static String name(JsonNode each) {
        return each.path("metadata").path("name").asText();
    }
}
