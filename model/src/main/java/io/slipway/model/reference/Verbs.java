package io.slipway.model.reference;

import io.slipway.model.action.Action;
import io.slipway.model.check.OutputTypes;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import io.slipway.model.spec.Verb;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verbs of the language. */
public final class Verbs {
    private Verbs() {}

    /**
     * A verb.
     *
     * @param name its key in a step
     * @param doc what it does
     * @param fields its keys; the members of an inline choice are in {@code forms}
     * @param forms the blocks of which one stands beside the fields: how a job is started; mostly none
     * @param outputs what {@code steps.NAME} has afterwards
     * @param dynamicOutputs whether there are more outputs, known only at run time
     * @param changes whether it may change something outside Slipway
     * @param retries whether {@code defaults.retry} holds for it
     * @param undo whether it can take back what it did
     */
    public record VerbDoc(
            String name,
            String doc,
            List<FieldDoc> fields,
            List<String> forms,
            List<FieldDoc> outputs,
            boolean dynamicOutputs,
            boolean changes,
            boolean retries,
            boolean undo) {
        public VerbDoc {
            fields = List.copyOf(fields);
            forms = List.copyOf(forms);
            outputs = List.copyOf(outputs);
        }
    }

    /** All verbs in the order of the language. */
    public static List<VerbDoc> all() {
        List<VerbDoc> verbs = new ArrayList<>();
        Shapes.union(Action.class).members().forEach((name, block) -> verbs.add(verb(name, block)));
        return verbs;
    }

    /** The verb of that name. */
    public static Optional<VerbDoc> find(String name) {
        return Shapes.union(Action.class).member(name).map(block -> verb(name, block));
    }

    private static VerbDoc verb(String name, Shape.Block block) {
        Verb verb = block.type().getAnnotation(Verb.class);
        return new VerbDoc(
                name,
                block.doc(),
                block.fields().stream()
                        .filter(field -> !field.inline())
                        .map(FieldDoc::of)
                        .toList(),
                block.inlined().stream()
                        .flatMap(field -> field.union().keys().stream())
                        .toList(),
                outputs(verb),
                verb.dynamicOutputs(),
                verb.changes(),
                verb.retries(),
                verb.undo());
    }

    private static List<FieldDoc> outputs(Verb verb) {
        Map<String, String> types = OutputTypes.of(verb);
        List<FieldDoc> outputs = new ArrayList<>();
        for (RecordComponent component : verb.outputs().getRecordComponents()) {
            Doc doc = component.getAnnotation(Doc.class);
            String name = component.getName();
            outputs.add(new FieldDoc(name, types.get(name), false, "", doc == null ? "" : doc.value(), "", List.of()));
        }
        return outputs;
    }
}
