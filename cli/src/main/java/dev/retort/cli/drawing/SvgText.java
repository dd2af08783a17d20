// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import dev.retort.engine.RevisionInfo;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a placed history as SVG. */
final class SvgText {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final double ROUND = 8;

    private final XMLStreamWriter xml;

    private SvgText(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(Placed placed) {
        StringWriter text = new StringWriter();
        try {
            new SvgText(XMLOutputFactory.newInstance().createXMLStreamWriter(text)).document(placed);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("cannot write XML into memory", impossible);
        }
        return text.append('\n').toString();
    }

    private void document(Placed placed) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        start("svg");
        xml.writeDefaultNamespace(NAMESPACE);
        attribute("viewBox", "0 0 " + number(placed.width()) + " " + number(placed.height()));
        attribute("width", number(placed.width()));
        attribute("height", number(placed.height()));
        attribute("role", "img");
        attribute("aria-labelledby", "title desc");
        text("title", "Migration history", "id", "title");
        text("desc", summary(placed), "id", "desc");
        text("style", SvgStyle.CSS);
        arrow("arrow");
        arrow("arrow-dependency");
        empty("rect", "class", "page", "width", "100%", "height", "100%");
        start("g", "class", "edges");
        for (Placed.PlacedEdge edge : placed.edges()) {
            edge(edge, placed);
        }
        xml.writeEndElement();
        start("g", "class", "revisions");
        for (Placed.PlacedBox box : placed.boxes()) {
            box(box);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static String summary(Placed placed) {
        long heads = placed.boxes().stream()
                .filter(box -> box.box().revision().head())
                .count();
        return placed.boxes().size() + " revisions, " + heads + (heads == 1 ? " head" : " heads")
                + ". Arrows lead from a revision to those that follow it; dashed ones to those that depend on it.";
    }

    private void arrow(String id) throws XMLStreamException {
        start("marker", "id", id, "viewBox", "0 0 8 8", "refX", "7", "refY", "4");
        attribute("markerWidth", "8");
        attribute("markerHeight", "8");
        attribute("markerUnits", "userSpaceOnUse");
        attribute("orient", "auto");
        empty("path", "class", id, "d", "M0 0.5 8 4 0 7.5z");
        xml.writeEndElement();
    }

    private void edge(Placed.PlacedEdge placed, Placed all) throws XMLStreamException {
        boolean dependency = placed.edge().dependency();
        RevisionInfo lower = all.boxes().get(placed.edge().lower()).box().revision();
        RevisionInfo upper = all.boxes().get(placed.edge().upper()).box().revision();
        start("path", "class", dependency ? "edge dependency" : "edge");
        attribute("d", path(placed.points()));
        attribute("marker-end", dependency ? "url(#arrow-dependency)" : "url(#arrow)");
        text("title", Characters.allowed(upper.id() + (dependency ? " depends on " : " follows ") + lower.id()));
        xml.writeEndElement();
    }

    private void box(Placed.PlacedBox placed) throws XMLStreamException {
        Box box = placed.box();
        RevisionInfo revision = box.revision();
        start("g", "class", "revision" + (revision.head() ? " head" : "") + (revision.current() ? " current" : ""));
        attribute("id", "revision-" + Characters.allowed(revision.id().value()));
        attribute("transform", "translate(" + number(placed.x()) + " " + number(placed.y()) + ")");
        text(
                "title",
                Characters.allowed(revision.id() + ": " + revision.message().strip()));
        text("desc", Characters.allowed(description(revision)));
        empty("rect", "class", "box", "width", number(Box.WIDTH), "height", number(box.height()), "rx", "7");
        line("id", box.id(), Box.PADDING, Box.ID_BASE);
        double y = Box.ID_BASE;
        for (String message : box.message()) {
            y += Box.LINE;
            line("message", message, Box.PADDING, y + 1);
        }
        for (Box.Chip chip : box.chips()) {
            start("g", "class", "chip " + chip.kind());
            start("rect", "x", number(chip.x()), "y", number(chip.y()), "width", number(chip.width()));
            attribute("height", number(Box.CHIP_HEIGHT));
            attribute("rx", number(Box.CHIP_HEIGHT / 2));
            xml.writeEndElement();
            line("word", chip.text(), chip.x() + chip.width() / 2, chip.y() + Box.CHIP_HEIGHT / 2 + 3.5);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private static String description(RevisionInfo revision) {
        StringBuilder text = new StringBuilder(revision.display());
        if (!revision.revises().isEmpty()) {
            text.append("\nFollows ").append(ids(revision.revises()));
        }
        if (!revision.dependsOn().isEmpty()) {
            text.append("\nDepends on ").append(String.join(", ", revision.dependsOn()));
        }
        if (!revision.labels().isEmpty()) {
            text.append("\nLabels ").append(String.join(", ", revision.labels()));
        }
        return text.toString();
    }

    private static String ids(List<dev.retort.migration.RevisionId> ids) {
        return ids.stream().map(id -> id.value()).collect(Collectors.joining(", "));
    }

    /** Straight pieces with round corners. */
    private static String path(List<Placed.Point> points) {
        StringBuilder path = new StringBuilder("M").append(point(points.get(0)));
        for (int i = 1; i < points.size() - 1; i++) {
            Placed.Point corner = points.get(i);
            path.append("L").append(point(towards(corner, points.get(i - 1))));
            path.append("Q").append(point(corner)).append(' ').append(point(towards(corner, points.get(i + 1))));
        }
        return path.append("L").append(point(points.get(points.size() - 1))).toString();
    }

    private static Placed.Point towards(Placed.Point corner, Placed.Point other) {
        double dx = other.x() - corner.x();
        double dy = other.y() - corner.y();
        double length = Math.hypot(dx, dy);
        double part = length == 0 ? 0 : Math.min(ROUND, length / 2) / length;
        return new Placed.Point(corner.x() + dx * part, corner.y() + dy * part);
    }

    private static String point(Placed.Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private static String number(double number) {
        double rounded = Math.round(number * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private void line(String kind, String text, double x, double y) throws XMLStreamException {
        text("text", text, "class", kind, "x", number(x), "y", number(y));
    }

    private void text(String element, String text, String... attributes) throws XMLStreamException {
        start(element, attributes);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }
}
