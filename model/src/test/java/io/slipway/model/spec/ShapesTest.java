package io.slipway.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.slipway.model.pipeline.Pipeline;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds for every record that a pipeline file can reach. */
class ShapesTest {

    @Test
    void everyBlockAndFieldIsDocumentedAndEveryDefaultIsValid() {
        Set<Shape> seen = new LinkedHashSet<>();
        visit(Shapes.of(Pipeline.class), seen);
        assertThat(seen).hasSizeGreaterThan(60);
        for (Shape shape : seen) {
            if (shape instanceof Shape.Block block) {
                assertThat(block.doc()).as(block.type().getName()).isNotEmpty();
                block.fields().forEach(field -> check(block, field));
                block.choices().forEach(choice -> assertThat(block.keys()).contains(choice.value()));
                block.shortScalar().ifPresent(key -> assertThat(block.keys()).contains(key));
                block.shortList().ifPresent(key -> assertThat(block.keys()).contains(key));
            }
            if (shape instanceof Shape.Choice choice) {
                choice.docs().forEach((word, doc) -> assertThat(doc).as(word).isNotEmpty());
            }
        }
    }

    private static void check(Shape.Block block, Field field) {
        String where = block.type().getSimpleName() + "." + field.key();
        assertThat(field.doc()).as(where).isNotEmpty();
        field.defaultValue()
                .ifPresent(value -> assertThatCode(
                                () -> new TreeReader().read(field.shape(), DefaultValues.parse(value), "$"))
                        .as(where)
                        .doesNotThrowAnyException());
        if (!field.example().isEmpty()) {
            assertThatCode(() -> new TreeReader().read(field.shape(), DefaultValues.parse(field.example()), "$"))
                    .as(where)
                    .doesNotThrowAnyException();
        }
    }

    private static void visit(Shape shape, Set<Shape> seen) {
        if (!seen.add(shape)) {
            return;
        }
        switch (shape) {
            case Shape.Block block -> block.fields().forEach(field -> visit(field.shape(), seen));
            case Shape.Union union -> union.members().values().forEach(member -> visit(member, seen));
            case Shape.ListOf list -> visit(list.element(), seen);
            case Shape.MapOf map -> visit(map.value(), seen);
            case Shape.Choice choice -> {}
            case Shape.Scalar scalar -> {}
            case Shape.Any any -> {}
        }
    }
}
