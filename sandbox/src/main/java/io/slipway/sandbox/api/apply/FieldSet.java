package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A set of fields, as a tree of path elements: {@code f:name} a field, {@code k:{...}} a list item by its keys,
 * {@code v:...} a list item by its value. An element can be a member itself, have members below it, or both.
 */
final class FieldSet {

    private static final String SELF = ".";

    private final TreeSet<String> members = new TreeSet<>();
    private final TreeMap<String, FieldSet> children = new TreeMap<>();

    Set<String> members() {
        return members;
    }

    Map<String, FieldSet> children() {
        return children;
    }

    void add(String element) {
        members.add(element);
    }

    /** The set below an element, made when missing; empty sets are dropped by {@link #tidy}. */
    FieldSet below(String element) {
        return children.computeIfAbsent(element, key -> new FieldSet());
    }

    FieldSet belowOrEmpty(String element) {
        FieldSet below = children.get(element);
        return below == null ? new FieldSet() : below;
    }

    boolean touches(String element) {
        return members.contains(element) || !belowOrEmpty(element).isEmpty();
    }

    boolean isEmpty() {
        return members.isEmpty() && children.values().stream().allMatch(FieldSet::isEmpty);
    }

    FieldSet tidy() {
        children.values().forEach(FieldSet::tidy);
        children.values().removeIf(FieldSet::isEmpty);
        return this;
    }

    FieldSet union(FieldSet other) {
        FieldSet result = new FieldSet();
        for (FieldSet one : List.of(this, other)) {
            result.members.addAll(one.members);
            one.children.forEach((element, below) -> result.children.merge(element, below, FieldSet::union));
        }
        return result.tidy();
    }

    FieldSet minus(FieldSet other) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        result.members.removeAll(other.members);
        children.forEach((element, below) -> result.children.put(element, below.minus(other.belowOrEmpty(element))));
        return result.tidy();
    }

    FieldSet intersection(FieldSet other) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        result.members.retainAll(other.members);
        children.forEach(
                (element, below) -> result.children.put(element, below.intersection(other.belowOrEmpty(element))));
        return result.tidy();
    }

    /** All paths, members of a level before what lies deeper. */
    List<List<String>> paths() {
        List<List<String>> paths = new ArrayList<>();
        members.forEach(member -> paths.add(List.of(member)));
        children.forEach((element, below) -> below.paths().forEach(rest -> {
            List<String> path = new ArrayList<>(List.of(element));
            path.addAll(rest);
            paths.add(path);
        }));
        return paths;
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        TreeSet<String> elements = new TreeSet<>(members);
        elements.addAll(children.keySet());
        for (String element : elements) {
            ObjectNode into = json.putObject(element);
            FieldSet below = belowOrEmpty(element);
            if (members.contains(element) && !below.isEmpty()) {
                into.putObject(SELF);
            }
            into.setAll(below.toJson());
        }
        return json;
    }

    static FieldSet fromJson(JsonNode json) {
        FieldSet set = new FieldSet();
        json.properties().forEach(entry -> {
            if (!entry.getKey().equals(SELF)) {
                JsonNode below = entry.getValue();
                if (below.isEmpty() || below.has(SELF)) {
                    set.members.add(entry.getKey());
                }
                if (!below.isEmpty()) {
                    set.children.put(entry.getKey(), fromJson(below));
                }
            }
        });
        return set.tidy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet set && members.equals(set.members) && children.equals(set.children);
    }

    @Override
    public int hashCode() {
        return 31 * members.hashCode() + children.hashCode();
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
