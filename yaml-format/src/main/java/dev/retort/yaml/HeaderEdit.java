// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlPrinter;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One replacement in a migration's text. SnakeYAML's marks count code points, and are turned into characters here. */
final class HeaderEdit {

    private static final List<String> ORDER = MigrationForm.HEADER.keys();

    private final String text;
    private final int bom;
    private final List<NodeTuple> entries;

    private HeaderEdit(String text, int bom, List<NodeTuple> entries) {
        this.text = text;
        this.bom = bom;
        this.entries = entries;
    }

    static HeaderEdit of(String text) {
        int bom = text.startsWith("\uFEFF") ? 1 : 0;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            Node root = new Yaml(options).compose(new StringReader(text.substring(bom)));
            if (root instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK) {
                return new HeaderEdit(text, bom, mapping.getValue());
            }
        } catch (YAMLException malformed) {
            throw new IllegalArgumentException("the migration must be well-formed YAML", malformed);
        }
        throw new IllegalArgumentException("the migration must be a mapping with one key per line");
    }

    String set(String key, YamlNode value) {
        for (NodeTuple entry : entries) {
            if (key.equals(name(entry))) {
                return replaced(entry.getValueNode(), value);
            }
        }
        return inserted(key, value);
    }

    private String replaced(Node old, YamlNode value) {
        int start = offset(old.getStartMark().getIndex());
        int end = end(old);
        String line = old instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK
                ? items(start, value)
                : YamlPrinter.printOnOneLine(value);
        String before = start > 0 && !Character.isWhitespace(text.charAt(start - 1)) ? " " : "";
        String after = end > start && text.charAt(end - 1) == '\n' ? newline() : "";
        return text.substring(0, start) + before + line + after + text.substring(end);
    }

    /** Keeps a list with one item per line as it is indented. */
    private String items(int start, YamlNode value) {
        if (!(value instanceof YamlNode.Sequence list) || list.items().isEmpty()) {
            return YamlPrinter.printOnOneLine(value);
        }
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        String indent = newline() + " ".repeat(start - lineStart);
        return String.join(
                indent,
                list.items().stream()
                        .map(item -> "- " + YamlPrinter.printOnOneLine(item))
                        .toList());
    }

    private String inserted(String key, YamlNode value) {
        NodeTuple before = null;
        for (NodeTuple entry : entries) {
            int rank = ORDER.indexOf(name(entry));
            if (rank >= 0 && rank < ORDER.indexOf(key)) {
                before = entry;
            }
        }
        if (before == null) {
            throw new IllegalArgumentException("the migration must have a revision");
        }
        int end = end(before.getValueNode());
        int line = end > 0 && text.charAt(end - 1) == '\n' ? end - 1 : text.indexOf('\n', end);
        String entry = key + ": " + YamlPrinter.printOnOneLine(value) + newline();
        return line < 0 ? text + newline() + entry : text.substring(0, line + 1) + entry + text.substring(line + 1);
    }

    /** A list with one item per line ends, as far as the parser is concerned, where the next key starts. */
    private int end(Node node) {
        if (node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK) {
            return end(list.getValue().get(list.getValue().size() - 1));
        }
        return offset(node.getEndMark().getIndex());
    }

    private int offset(int codePoints) {
        return text.offsetByCodePoints(bom, codePoints);
    }

    private String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private static @Nullable String name(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : null;
    }
}
