package io.slipway.model.reference;

import io.slipway.model.spec.Field;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Verb;
import java.util.List;

/** Explanations as plain text. */
final class ExplainText {
    private ExplainText() {}

    static String block(String topic, Shape.Block block) {
        StringBuilder text =
                new StringBuilder(topic).append(": ").append(block.doc()).append("\n");
        List<FieldDoc> fields = block.fields().stream()
                .filter(field -> !field.inline())
                .map(FieldDoc::of)
                .toList();
        if (!fields.isEmpty()) {
            text.append("\nKeys:\n");
            fields.forEach(field -> text.append(line(field)));
        }
        for (OneOf choice : block.choices()) {
            text.append(choice.optional() ? "\nAt most one of: " : "\nOne of: ")
                    .append(String.join(", ", choice.value()))
                    .append("\n");
        }
        block.inlined().forEach(field -> {
            text.append("\n").append(field.doc()).append(" One of:\n");
            field.union().members().forEach((key, member) -> text.append("  %-18s %s\n".formatted(key, member.doc())));
        });
        block.shortScalar()
                .ifPresent(key ->
                        text.append("\nA bare value stands for '").append(key).append("'.\n"));
        outputs(topic, block, text);
        return text.toString();
    }

    static String field(String topic, Field field, Shape shape) {
        FieldDoc doc = FieldDoc.of(field);
        StringBuilder text =
                new StringBuilder(topic).append(": ").append(doc.doc()).append("\n\n");
        text.append("Type:     ").append(doc.type()).append("\n");
        text.append("Required: ").append(doc.required() ? "yes" : "no").append("\n");
        if (!doc.defaultValue().isEmpty()) {
            text.append("Default:  ").append(doc.defaultValue()).append("\n");
        }
        if (!doc.example().isEmpty()) {
            text.append("Example:  ")
                    .append(field.key())
                    .append(": ")
                    .append(doc.example())
                    .append("\n");
        }
        if (!doc.sees().isEmpty()) {
            text.append("Sees:     ").append(String.join(", ", doc.sees())).append("\n");
        }
        text.append("Takes ${{ }}: ").append(field.literal() ? "no" : "yes").append("\n");
        if (shape instanceof Shape.Choice choice) {
            text.append("\nValues:\n");
            choice.docs().forEach((word, meaning) -> text.append("  %-18s %s\n".formatted(word, meaning)));
        } else if (shape instanceof Shape.Block block) {
            text.append("\n").append(block(field.key(), block));
        }
        return text.toString();
    }

    private static void outputs(String topic, Shape.Block block, StringBuilder text) {
        if (!block.type().isAnnotationPresent(Verb.class)) {
            return;
        }
        Verbs.find(topic).ifPresent(verb -> {
            if (!verb.outputs().isEmpty()) {
                text.append("\nOutputs:\n");
                verb.outputs().forEach(output -> text.append(line(output)));
            }
        });
    }

    private static String line(FieldDoc field) {
        String more = field.required()
                ? " (required)"
                : field.defaultValue().isEmpty() ? "" : " (default " + field.defaultValue() + ")";
        return "  %-18s %s%s\n  %-18s   %s\n".formatted(field.key(), field.type(), more, "", field.doc());
    }
}
