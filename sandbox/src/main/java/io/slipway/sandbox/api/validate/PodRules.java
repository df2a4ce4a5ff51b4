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
        int index = 0;
        for (JsonNode mount : container.path("volumeMounts")) {
            String field = "%s.volumeMounts[%d]".formatted(at, index++);
            String volume = mount.path("name").asText("");
            if (!volumes.contains(volume)) {
                mistakes.notFound(field + ".name", volume);
            }
            if (mount.path("mountPath").asText("").isEmpty()) {
                mistakes.required(field + ".mountPath");
            }
        }
        ports(at, container, mistakes);
        resources(at + ".resources", container.path("resources"), mistakes);
    }

    private static void ports(String at, JsonNode container, Mistakes mistakes) {
        int index = 0;
        for (JsonNode port : container.path("ports")) {
            String field = "%s.ports[%d].containerPort".formatted(at, index++);
            Ports.check(field, port.path("containerPort"), mistakes);
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
