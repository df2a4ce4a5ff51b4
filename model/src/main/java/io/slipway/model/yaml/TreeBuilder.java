package io.slipway.model.yaml;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds located nodes from the engine's events, without recursion and within limits. */
final class TreeBuilder {
    private final Source source;
    private final Dialect dialect;
    private final List<YamlNode> documents = new ArrayList<>();
    private final List<YamlProblem> problems = new ArrayList<>();
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private final Map<String, Sized> anchors = new HashMap<>();
    private Place last;
    private int nodes;

    /** A node and how many nodes it stands for. */
    record Sized(YamlNode node, int size) {}

    TreeBuilder(Source source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
        this.last = Place.startOf(source.file());
    }

    void accept(Event event) {
        last = place(event);
        switch (event.getEventId()) {
            case Scalar -> add((ScalarEvent) event, new Sized(scalar((ScalarEvent) event), 1));
            case Alias -> addAlias((AliasEvent) event);
            case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> close();
            case DocumentStart -> anchors.clear();
            case DocumentEnd, StreamStart, StreamEnd, Comment -> {}
        }
    }

    Place lastPlace() {
        return last;
    }

    YamlFile file(YamlProblem end) {
        if (end != null) {
            problems.add(end);
        }
        return new YamlFile(documents, problems);
    }

    private void open(CollectionStartEvent event) {
        if (open.size() >= dialect.maxDepth()) {
            throw tooMuch("nesting is deeper than " + dialect.maxDepth() + " levels");
        }
        checkTag(event.getTag());
        open.push(new OpenNode(event, last));
    }

    private void close() {
        OpenNode closed = open.pop();
        YamlNode node = closed.node(dialect, problems);
        add(closed.event(), new Sized(node, closed.size()));
    }

    private void addAlias(AliasEvent event) {
        String name = event.getAlias().getValue();
        Sized target = anchors.get(name);
        if (target == null) {
            problems.add(new YamlProblem(
                    YamlProblem.Kind.SYNTAX,
                    last,
                    "there is no anchor '" + name + "' before this alias. Quote a text that starts with *"));
            target = new Sized(
                    new YamlScalar(last, TextNode.valueOf("*" + name), "*" + name, YamlScalar.Style.PLAIN, source, 0),
                    1);
        }
        insert(target, target.size());
    }

    private void add(NodeEvent event, Sized sized) {
        Optional<Anchor> anchor = event.getAnchor();
        anchor.ifPresent(name -> anchors.put(name.getValue(), sized));
        // The children of a map or list were counted when they came.
        insert(sized, 1);
    }

    private void insert(Sized sized, int cost) {
        nodes += cost;
        if (nodes > dialect.maxNodes()) {
            throw tooMuch("the file expands to more than " + dialect.maxNodes() + " values through its aliases");
        }
        if (open.isEmpty()) {
            documents.add(sized.node());
        } else {
            open.peek().add(sized);
        }
    }

    private YamlScalar scalar(ScalarEvent event) {
        checkTag(event.getTag());
        boolean plain = event.isPlain() && event.getTag().isEmpty();
        YamlScalar.Style style = event.isPlain()
                ? YamlScalar.Style.PLAIN
                : event.isLiteral() || event.isFolded() ? YamlScalar.Style.BLOCK : YamlScalar.Style.QUOTED;
        String text = event.getValue();
        var json = plain ? PlainValues.of(text, dialect) : TextNode.valueOf(text);
        int start = event.getStartMark().map(mark -> mark.getIndex()).orElse(0);
        return new YamlScalar(last, json, text, style, source, start);
    }

    private void checkTag(Optional<String> tag) {
        if (tag.isPresent() && !tag.get().equals("!") && !tag.get().equals("tag:yaml.org,2002:str")) {
            problems.add(new YamlProblem(
                    YamlProblem.Kind.UNSUPPORTED, last, "the tag " + tag.get() + " is not supported; remove it"));
        }
    }

    private TooMuch tooMuch(String message) {
        return new TooMuch(new YamlProblem(YamlProblem.Kind.TOO_LARGE, last, message));
    }

    private Place place(Event event) {
        return event.getStartMark()
                .map(mark -> new Place(source.file(), mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(last);
    }
}
