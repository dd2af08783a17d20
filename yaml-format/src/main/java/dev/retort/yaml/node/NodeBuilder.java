// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.node;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Builds nodes from parser events, within {@link Limits}. Its recursion is bounded by {@link Limits#DEPTH}. */
final class NodeBuilder {

    /** Reading ends here; the reason is among the findings. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    /**
     * A node that aliases may repeat.
     *
     * @param node the node
     * @param size how many nodes it consists of
     */
    private record Anchored(YamlNode node, int size) {}

    private final String display;
    private final List<Finding> findings;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int built;
    private int aliased;

    NodeBuilder(String display, List<Finding> findings) {
        this.display = display;
        this.findings = findings;
    }

    YamlNode build(Event first, Iterator<Event> events) {
        return build(first, events, 0);
    }

    private YamlNode build(Event event, Iterator<Event> events, int depth) {
        if (depth > Limits.DEPTH) {
            forbid(event, "nesting deeper than " + Limits.DEPTH + " levels", null);
            throw new Stopped();
        }
        if (event instanceof AliasEvent alias) {
            return repeated(alias);
        }
        int before = built++;
        YamlNode node;
        if (event instanceof ScalarEvent scalar) {
            tag(scalar, scalar.getTag());
            node = new YamlNode.Scalar(scalar.getValue(), scalar.isPlain(), place(event));
        } else if (event instanceof SequenceStartEvent start) {
            tag(start, start.getTag());
            node = sequence(start, events, depth);
        } else {
            MappingStartEvent start = (MappingStartEvent) event;
            tag(start, start.getTag());
            node = mapping(start, events, depth);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, built - before));
        }
        return node;
    }

    private YamlNode repeated(AliasEvent alias) {
        Anchored target = anchors.get(alias.getAnchor());
        if (target == null) {
            report(
                    ErrorCode.YAML_SYNTAX,
                    alias,
                    "The alias '*" + alias.getAnchor() + "' has no anchor before it.",
                    null);
            throw new Stopped();
        }
        built += target.size();
        aliased += target.size();
        if (aliased > Limits.ALIASED_NODES) {
            forbid(alias, "aliases that repeat more than " + Limits.ALIASED_NODES + " nodes", null);
            throw new Stopped();
        }
        return target.node();
    }

    private YamlNode sequence(Event start, Iterator<Event> events, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(build(event, events, depth + 1));
        }
        return new YamlNode.Sequence(items, place(start));
    }

    private YamlNode mapping(Event start, Iterator<Event> events, int depth) {
        Map<String, YamlNode.Entry> entries = new java.util.LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            YamlNode key = build(event, events, depth + 1);
            YamlNode value = build(events.next(), events, depth + 1);
            if (!(key instanceof YamlNode.Scalar name)) {
                report(ErrorCode.BAD_VALUE, event, "Expected a word as key, found a list or mapping.", null);
                continue;
            }
            if (name.plain() && name.text().equals("<<")) {
                forbid(event, "a merge key ('<<')", "Write the keys out.");
                continue;
            }
            YamlNode.Entry first = entries.putIfAbsent(name.text(), new YamlNode.Entry(name, value));
            if (first != null) {
                report(
                        ErrorCode.DUPLICATE_KEY,
                        event,
                        "The key '" + name.text() + "' stands twice in one mapping; first in line "
                                + first.key().place().line() + ".",
                        "Keep one of the two.");
            }
        }
        return new YamlNode.Mapping(List.copyOf(entries.values()), false, place(start));
    }

    private void tag(Event event, @Nullable String tag) {
        if (tag != null) {
            forbid(
                    event,
                    "the tag '" + tag.replace("tag:yaml.org,2002:", "!!") + "'",
                    "Leave the tag out: what a value means follows from where it stands.");
        }
    }

    void forbid(Event event, String what, @Nullable String hint) {
        report(ErrorCode.YAML_FORBIDDEN, event, "Found " + what + ", which is not allowed here.", hint);
    }

    private void report(ErrorCode code, Event event, String message, @Nullable String hint) {
        YamlNode.Place place = place(event);
        findings.add(Finding.error(code, message)
                .at(new SourceLocation(display, place.line(), place.column()))
                .withHint(hint));
    }

    private static YamlNode.Place place(Event event) {
        Mark mark = event.getStartMark();
        return new YamlNode.Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
