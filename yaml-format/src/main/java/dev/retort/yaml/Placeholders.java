// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.NearMatches;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces <code>${name}</code> in scalars by the values given with {@code -x name=value}. A replaced value can neither add
 * keys nor change the structure; a plain scalar that is a placeholder and nothing else is read as if the value stood there
 * plainly, so that it may be a number or a truth value. <code>$${</code> stands for <code>${</code>, and
 * <code>${name:-text}</code> has a value to fall back on.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\$\\{)|\\$\\{([^{}]*?)(?::-([^{}]*))?}");

    private final Map<String, String> arguments;
    private final Reading in;

    Placeholders(Map<String, String> arguments, Reading in) {
        this.arguments = arguments;
        this.in = in;
    }

    YamlNode replaced(YamlNode node) {
        if (node instanceof YamlNode.Sequence list) {
            return new YamlNode.Sequence(
                    list.items().stream().map(this::replaced).toList(), list.place());
        }
        if (node instanceof YamlNode.Mapping mapping) {
            List<YamlNode.Entry> entries = new ArrayList<>();
            for (YamlNode.Entry entry : mapping.entries()) {
                YamlNode.Scalar key = new YamlNode.Scalar(
                        replaced(entry.key(), entry.key().text()),
                        entry.key().plain(),
                        entry.key().place());
                entries.add(new YamlNode.Entry(key, replaced(entry.value())));
            }
            return new YamlNode.Mapping(entries, mapping.block(), mapping.place());
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        return scalar.text().contains("${")
                ? new YamlNode.Scalar(replaced(scalar, scalar.text()), scalar.plain(), scalar.place())
                : scalar;
    }

    private String replaced(YamlNode.Scalar scalar, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(2);
            String value = name == null ? matcher.group(1) : arguments.get(name.strip());
            if (value == null) {
                value = matcher.group(3);
            }
            if (value == null) {
                report(scalar, name);
                value = "";
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    private void report(YamlNode.Scalar scalar, String name) {
        String near = new NearMatches(arguments.keySet()).question(name);
        in.error(
                ErrorCode.UNSET_VARIABLE,
                scalar,
                "The placeholder ${" + name + "} has no value.",
                near != null
                        ? near
                        : "Give it with -x " + name + "=value, or write $${ for a text that is no placeholder.");
    }
}
