package io.slipway.model.check;

import io.slipway.model.pipeline.Stage;
import io.slipway.model.pipeline.Step;
import io.slipway.model.spec.Field;
import io.slipway.model.spec.Kind;
import io.slipway.model.spec.Shape;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the file against the shapes of the language, and collects what later rules look at. */
final class StructureCheck {
    private final Problems problems;
    private final ScalarCheck scalars;
    private final List<Site> sites = new ArrayList<>();

    StructureCheck(Problems problems) {
        this.problems = problems;
        this.scalars = new ScalarCheck(problems, sites);
    }

    List<Site> sites() {
        return sites;
    }

    void root(Shape.Block block, YamlNode root, String title) {
        block(block, root, title, Where.root());
    }

    private void value(Field field, Shape shape, YamlNode node, String title, Where where) {
        switch (shape) {
            case Shape.Any any -> scalars.anything(field, node, where);
            case Shape.Scalar scalar -> scalars.scalar(field, scalar.kind(), node, where);
            case Shape.Choice choice -> scalars.word(field, choice, node, where);
            case Shape.ListOf list -> list(field, list, node, title, where);
            case Shape.MapOf map -> map(field, map, node, where);
            case Shape.Union union -> throw new IllegalStateException("unions stand inline: " + union.type());
            case Shape.Block block -> block(block, node, title, where);
        }
    }

    private void list(Field field, Shape.ListOf list, YamlNode node, String title, Where where) {
        if (scalars.wholeTemplate(field, list, node, where)) {
            return;
        }
        if (node instanceof YamlList values) {
            values.elements().forEach(element -> value(field, list.element(), element, singular(title), where));
            if (values.elements().isEmpty() && field.presence() == Field.Presence.NOT_EMPTY) {
                problems.add(ProblemCode.EMPTY, node.place(), "'" + title + "' must not be empty");
            }
        } else if (node instanceof YamlScalar scalar && list.element() instanceof Shape.Scalar one) {
            scalars.scalar(field, one.kind(), scalar, where);
        } else {
            wrong(node.place(), "'" + title + "' must be a list but is " + node.describe());
        }
    }

    private void map(Field field, Shape.MapOf map, YamlNode node, Where where) {
        if (scalars.wholeTemplate(field, map, node, where)) {
            return;
        }
        if (!(node instanceof YamlMap values)) {
            wrong(node.place(), "'" + field.key() + "' must be a map but is " + node.describe());
            return;
        }
        if (values.entries().isEmpty() && field.presence() == Field.Presence.NOT_EMPTY) {
            problems.add(ProblemCode.EMPTY, node.place(), "'" + field.key() + "' must not be empty");
        }
        values.entries().forEach(entry -> KeyExpressions.check(problems, entry));
        values.entries()
                .forEach(entry -> value(field, map.value(), entry.value(), field.key() + "." + entry.key(), where));
    }

    private void block(Shape.Block block, YamlNode node, String title, Where outer) {
        Where where = outer.inBlock(block.type());
        sites.add(new Site.Block(where, node, block));
        if (node instanceof YamlMap map) {
            fields(block, map, title, isHolder(block) ? where.inStep(map) : where);
            return;
        }
        Optional<String> key = node instanceof YamlList ? block.shortList() : block.shortScalar();
        boolean nothing = node instanceof YamlScalar scalar && scalar.json().isNull();
        if (nothing) {
            KeyRules.check(block, new YamlMap(node.place(), List.of()), title, problems);
        } else if (key.isPresent()) {
            Field field = block.field(key.get()).orElseThrow();
            field(field, node, where.seeing(field.sees()));
        } else {
            String form = outer.key().equals(title) ? MapForm.hint(block, title, node) : "";
            wrong(node.place(), title + " must be a map but is " + node.describe() + form);
        }
    }

    private static boolean isHolder(Shape.Block block) {
        return block.type() == Step.class || block.type() == Stage.class;
    }

    private void fields(Shape.Block block, YamlMap map, String title, Where where) {
        KeyRules.check(block, map, title, problems);
        List<String> probeSees = new ArrayList<>();
        for (Field inline : block.inlined()) {
            Shape.Union union = inline.union();
            for (YamlMap.Entry entry : map.entries()) {
                union.member(entry.key()).ifPresent(member -> {
                    probeSees.addAll(member.sees());
                    block(member, entry.value(), entry.key(), where.inKey(entry.key()));
                });
            }
        }
        for (Field field : block.fields()) {
            map.entry(field.inline() ? "" : field.key()).ifPresent(entry -> {
                List<String> sees = field.sees().isEmpty() ? probeSees : field.sees();
                field(
                        field,
                        entry.value(),
                        where.inSection(field.key()).inKey(field.key()).seeing(sees));
            });
        }
    }

    private void field(Field field, YamlNode node, Where where) {
        boolean nothing = node instanceof YamlScalar scalar && scalar.json().isNull();
        if (nothing
                && field.shape() instanceof Shape.Block block
                && block.shortScalar().isEmpty()) {
            block(block, node, field.key(), where);
        } else if (nothing && field.required()) {
            problems.add(ProblemCode.MISSING_KEY, node.place(), "'" + field.key() + "' has no value");
        } else if (!nothing) {
            sites.add(new Site.Plain(where, node, field));
            value(field, field.shape(), node, field.key(), where);
        }
    }

    private void wrong(Place place, String message) {
        problems.add(ProblemCode.WRONG_TYPE, place, message);
    }

    private static String singular(String title) {
        return title.equals("finally") ? "step" : title.endsWith("s") ? title.substring(0, title.length() - 1) : title;
    }

    static boolean isText(Kind kind) {
        return switch (kind) {
            case STRING, DURATION, INSTANT, QUANTITY, REF, REGEX, FILE, CHART, EARLY, LATE -> true;
            case INT, LONG, DOUBLE, BOOLEAN -> false;
        };
    }
}
