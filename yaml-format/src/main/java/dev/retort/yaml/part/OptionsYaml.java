// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Options;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Shared;
import dev.retort.yaml.node.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options: {@code {postgres: {using: gin, fillfactor: 70}}}. A dialect checks its own when a plan is made. */
record OptionsYaml() implements Form<Options> {

    static final Form<Options> FORM = Shared.of("options", new OptionsYaml());

    @Override
    public String noun() {
        return "a mapping from dialects to their options";
    }

    @Override
    public @Nullable Options read(YamlNode node, Reading in) {
        if (!(node instanceof YamlNode.Mapping dialects)) {
            in.expected(noun(), node, "For example {postgres: {using: gin}}.");
            return null;
        }
        Options options = Options.NONE;
        boolean good = true;
        for (YamlNode.Entry dialect : dialects.entries()) {
            if (dialect.value() instanceof YamlNode.Mapping named) {
                for (YamlNode.Entry option : named.entries()) {
                    Object value = value(option.value(), in);
                    good &= value != null;
                    options = options.with(dialect.key().text(), option.key().text(), value);
                }
            } else {
                in.expected("a mapping with the options of " + dialect.key().text(), dialect.value(), null);
                good = false;
            }
        }
        return good ? options : null;
    }

    private static @Nullable Object value(YamlNode node, Reading in) {
        if (node instanceof YamlNode.Sequence list) {
            List<Object> values = new ArrayList<>();
            for (YamlNode item : list.items()) {
                Object value = value(item, in);
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            return values;
        }
        if (!(node instanceof YamlNode.Scalar scalar) || node.isNull()) {
            in.expected("a text, number, true, false or a list of these", node, null);
            return null;
        }
        return scalar(scalar, in);
    }

    private static @Nullable Object scalar(YamlNode.Scalar scalar, Reading in) {
        if (scalar.plain() && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return Boolean.valueOf(scalar.text());
        }
        if (Numbers.isNumber(scalar)) {
            BigDecimal number = Numbers.read(scalar, in);
            return number == null ? null : Numbers.isLong(scalar.text()) ? (Object) number.longValueExact() : number;
        }
        return scalar.text();
    }

    @Override
    public YamlNode write(Options value) {
        List<YamlNode.Entry> dialects = new ArrayList<>();
        value.byDialect().forEach((dialect, options) -> {
            List<YamlNode.Entry> entries = new ArrayList<>();
            options.forEach((name, option) -> entries.add(YamlNode.Entry.of(name, node(option))));
            dialects.add(YamlNode.Entry.of(dialect, YamlNode.mapping(entries)));
        });
        return YamlNode.mapping(dialects);
    }

    private static YamlNode node(Object option) {
        if (option instanceof List<?> list) {
            return YamlNode.list(list.stream().map(OptionsYaml::node).toList());
        }
        if (option instanceof BigDecimal number) {
            String text = Numbers.print(number);
            return YamlNode.plain(Numbers.isLong(text) ? text + ".0" : text);
        }
        return option instanceof String text ? YamlNode.text(text) : YamlNode.plain(option.toString());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> plain = Json.object("type", List.of("string", "number", "boolean", "array"));
        return Json.object(
                "type", "object", "additionalProperties", Json.object("type", "object", "additionalProperties", plain));
    }
}
