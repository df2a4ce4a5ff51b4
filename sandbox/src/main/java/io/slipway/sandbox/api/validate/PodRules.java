package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.api.defaults.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The spec of a pod, alone or in a template. */
final class PodRules {

    private PodRules() {}

    static void spec(String path, JsonNode spec, Mistakes mistakes) {
        spec(path, spec, Set.of(), mistakes);
    }

    /** With volumes that come from elsewhere: those of a StatefulSet's claim templates. */
    static void spec(String path, JsonNode spec, Set<String> moreVolumes, Mistakes mistakes) {
        if (spec.path("containers").isEmpty()) {
            mistakes.required(path + ".containers");
        }
        Set<String> volumes = volumes(path + ".volumes", spec.path("volumes"), mistakes);
        volumes.addAll(moreVolumes);
        Set<String> names = new HashSet<>();
        for (String list : List.of("initContainers", "containers")) {
            int index = 0;
            for (JsonNode container : spec.path(list)) {
                String at = "%s.%s[%d]".formatted(path, list, index++);
                container(at, container, names, volumes, mistakes);
            }
        }
    }

    static void restart(String path, JsonNode spec, List<String> allowed, Mistakes mistakes) {
        String policy = spec.path("restartPolicy").asText("Always");
        if (!allowed.contains(policy)) {
            mistakes.unsupported(path + ".restartPolicy", policy, allowed);
        }
    }

    private static Set<String> volumes(String path, JsonNode volumes, Mistakes mistakes) {
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode volume : volumes) {
            String name = volume.path("name").asText("");
            String field = "%s[%d].name".formatted(path, index++);
            if (name.isEmpty()) {
                mistakes.required(field);
            } else if (!names.add(name)) {
                mistakes.duplicate(field, name);
            }
        }
        return names;
    }

    private static void container(
            String at, JsonNode container, Set<String> names, Set<String> volumes, Mistakes mistakes) {
        String name = container.path("name").asText("");
        if (name.isEmpty()) {
            mistakes.required(at + ".name");
        } else if (!names.add(name)) {
            mistakes.duplicate(at + ".name", name);
        } else {
            Names.label(name).ifPresent(why -> mistakes.invalid(at + ".name", name, why));
        }
        if (container.path("image").asText("").isEmpty()) {
            mistakes.required(at + ".image");
        }
        mounts(at + ".volumeMounts", container.path("volumeMounts"), volumes, mistakes);
        environment(at + ".env", container.path("env"), mistakes);
        ports(at, container, mistakes);
        resources(at + ".resources", container.path("resources"), mistakes);
    }

    private static void mounts(String at, JsonNode mounts, Set<String> volumes, Mistakes mistakes) {
        Set<String> paths = new HashSet<>();
        int index = 0;
        for (JsonNode mount : mounts) {
            String field = "%s[%d]".formatted(at, index++);
            String volume = mount.path("name").asText("");
            String path = mount.path("mountPath").asText("");
            if (!volumes.contains(volume)) {
                mistakes.notFound(field + ".name", volume);
            }
            if (path.isEmpty()) {
                mistakes.required(field + ".mountPath");
            } else if (!paths.add(path)) {
                mistakes.invalid(field + ".mountPath", path, "must be unique");
            }
        }
    }

    private static void environment(String at, JsonNode variables, Mistakes mistakes) {
        int index = 0;
        for (JsonNode variable : variables) {
            String field = "%s[%d]".formatted(at, index++);
            if (variable.path("name").asText("").isEmpty()) {
                mistakes.required(field + ".name");
            }
            if (variable.path("valueFrom").isEmpty() && variable.has("valueFrom")) {
                mistakes.invalid(
                        field + ".valueFrom",
                        "",
                        "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`");
            } else if (variable.has("valueFrom")
                    && !variable.path("value").asText("").isEmpty()) {
                mistakes.invalid(field + ".valueFrom", "", "may not be specified when `value` is not empty");
            }
        }
    }

    private static void ports(String at, JsonNode container, Mistakes mistakes) {
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode port : container.path("ports")) {
            String field = "%s.ports[%d]".formatted(at, index++);
            String name = port.path("name").asText("");
            if (!name.isEmpty()) {
                Ports.name(field + ".name", name, mistakes);
                if (!names.add(name)) {
                    mistakes.duplicate(field + ".name", name);
                }
            }
            Ports.check(field + ".containerPort", port.path("containerPort"), mistakes);
        }
    }

    private static void resources(String path, JsonNode resources, Mistakes mistakes) {
        resources.path("requests").properties().forEach(request -> {
            JsonNode limit = resources.path("limits").path(request.getKey());
            String asked = request.getValue().asText();
            if (!limit.isMissingNode() && Quantity.parse(asked).compareTo(Quantity.parse(limit.asText())) > 0) {
                String why = "must be less than or equal to %s limit of %s".formatted(request.getKey(), limit.asText());
                mistakes.invalid(path + ".requests", asked, why);
            }
        });
    }
}
