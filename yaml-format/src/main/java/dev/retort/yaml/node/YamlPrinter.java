// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.node;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints nodes as a person would write them: on one line what fits on one, one item or key per line otherwise, and SQL of
 * several lines as a literal block.
 */
public final class YamlPrinter {

    private static final int WIDTH = 120;
    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();

    private YamlPrinter() {}

    /**
     * @param document a mapping
     * @return its text, one key per line or more, ending with a line end
     */
    public static String print(YamlNode.Mapping document) {
        YamlPrinter printer = new YamlPrinter();
        printer.entries(document.inBlockStyle(), 0);
        return printer.out.toString();
    }

    /**
     * Prints a text or a list of texts on one line.
     *
     * @param value what to print
     * @return its text, without a line end
     */
    public static String printOnOneLine(YamlNode value) {
        if (value instanceof YamlNode.Scalar scalar && !scalar.plain()) {
            return Quoting.print(scalar.text(), false);
        }
        String line = inline(value, false);
        if (line == null) {
            throw new IllegalArgumentException("the value must fit on one line");
        }
        return line;
    }

    private void entries(YamlNode.Mapping mapping, int indent) {
        boolean first = true;
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!first) {
                out.append(" ".repeat(indent));
            }
            first = false;
            out.append(Quoting.print(entry.key().text(), false)).append(':');
            boolean itemPerLine = mapping.block() && isListOfMappings(entry.value());
            value(entry.value(), indent, itemPerLine);
        }
    }

    private static boolean isListOfMappings(YamlNode node) {
        return node instanceof YamlNode.Sequence list
                && !list.items().isEmpty()
                && list.items().stream().allMatch(YamlNode.Mapping.class::isInstance);
    }

    /** Prints what stands behind a key or dash; the cursor is right after it. */
    private void value(YamlNode node, int indent, boolean itemPerLine) {
        String inline = itemPerLine ? null : inline(node, false);
        if (inline != null && (node instanceof YamlNode.Scalar || column() + 1 + inline.length() <= WIDTH)) {
            out.append(' ').append(inline).append('\n');
        } else if (node instanceof YamlNode.Scalar scalar) {
            literal(scalar.text(), indent + STEP);
        } else if (node instanceof YamlNode.Mapping mapping) {
            out.append('\n').append(" ".repeat(indent + STEP));
            entries(mapping, indent + STEP);
        } else {
            out.append('\n');
            items(((YamlNode.Sequence) node).items(), indent + STEP);
        }
    }

    private void items(List<YamlNode> items, int indent) {
        for (YamlNode item : items) {
            out.append(" ".repeat(indent)).append('-');
            String inline = inline(item, false);
            boolean fits = inline != null && column() + 1 + inline.length() <= WIDTH;
            if (item instanceof YamlNode.Mapping mapping && !fits) {
                out.append(' ');
                entries(mapping, indent + STEP);
            } else {
                value(item, indent, false);
            }
        }
    }

    private void literal(String text, int indent) {
        boolean ends = text.endsWith("\n");
        out.append(ends ? " |\n" : " |-\n");
        for (String line : (ends ? text.substring(0, text.length() - 1) : text).split("\n", -1)) {
            out.append(line.isEmpty() ? "" : " ".repeat(indent)).append(line).append('\n');
        }
    }

    private int column() {
        return out.length() - (out.lastIndexOf("\n") + 1);
    }

    /** {@return the node on one line, or null if it needs several} */
    private static @Nullable String inline(YamlNode node, boolean inFlow) {
        if (node instanceof YamlNode.Scalar scalar) {
            if (scalar.plain()) {
                return scalar.text();
            }
            return Quoting.isBlock(scalar.text()) ? null : Quoting.print(scalar.text(), inFlow);
        }
        List<String> parts = new ArrayList<>();
        if (node instanceof YamlNode.Sequence list) {
            for (YamlNode item : list.items()) {
                parts.add(inline(item, true));
            }
            return parts.contains(null) ? null : "[" + String.join(", ", parts) + "]";
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        if (mapping.block() && !mapping.entries().isEmpty()) {
            return null;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            String value = inline(entry.value(), true);
            parts.add(value == null ? null : Quoting.print(entry.key().text(), true) + ": " + value);
        }
        return parts.contains(null) ? null : "{" + String.join(", ", parts) + "}";
    }
}
