package io.slipway.model.check;

import io.slipway.model.expr.Template;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlScalar;
import java.util.Optional;

/** What every Kubernetes object of a manifest must have, and what none may have. */
final class ObjectCheck {
    private ObjectCheck() {}

    static void check(CheckContext context, YamlMap object) {
        if (object.scalar("apiVersion")
                .filter(version -> version.text().startsWith("kustomize.config.k8s.io/"))
                .isPresent()) {
            context.problem(
                    ProblemCode.INCOMPLETE_OBJECT,
                    object.place(),
                    "Slipway does not run kustomize: save the output of 'kubectl kustomize' as a"
                            + " file in the folder, and name that file");
            return;
        }
        text(context, object, "apiVersion", "its apiVersion is missing");
        text(context, object, "kind", "its kind is missing");
        Optional<YamlMap> metadata = object.map("metadata");
        // That of a one-shot object is replaced by one from the step's key, and yet it must be there.
        if (metadata.flatMap(map -> map.scalar("name"))
                .filter(ObjectCheck::isText)
                .isEmpty()) {
            context.problem(
                    ProblemCode.INCOMPLETE_OBJECT,
                    metadata.map(YamlMap::place).orElse(object.place()),
                    "its metadata.name is missing; generateName cannot be applied");
        }
        ImageCheck.check(context, object);
        if (object.scalar("kind").filter(kind -> kind.text().equals("Secret")).isPresent()) {
            literals(context, object, "data");
            literals(context, object, "stringData");
        }
    }

    private static void text(CheckContext context, YamlMap object, String key, String message) {
        if (object.scalar(key).filter(ObjectCheck::isText).isEmpty()) {
            context.problem(ProblemCode.INCOMPLETE_OBJECT, object.place(), message);
        }
    }

    private static boolean isText(YamlScalar scalar) {
        return !scalar.text().isBlank() && !scalar.json().isNull();
    }

    private static void literals(CheckContext context, YamlMap secret, String key) {
        secret.map(key)
                .map(YamlMap::entries)
                .ifPresent(
                        entries -> entries.stream()
                                .filter(entry -> !isReference(entry))
                                .forEach(
                                        entry -> context.problem(
                                                ProblemCode.SECRET_IN_MANIFEST,
                                                entry.place(),
                                                "the value of '" + entry.key()
                                                        + "' is written in the file: use the verb 'secret', or \"${{ secrets.NAME.KEY }}\"")));
    }

    private static boolean isReference(YamlMap.Entry entry) {
        return entry.value() instanceof YamlScalar scalar
                && (scalar.text().isEmpty()
                        || Template.of(scalar.text())
                                .whole()
                                .filter(code -> code.source().startsWith("secrets."))
                                .isPresent());
    }
}
