// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Literal;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A constant that stands by itself: a text, a number, {@code true}, {@code false} or {@code null}. */
record LiteralYaml() implements Form<Literal> {

    static final Form<Literal> FORM = new LiteralYaml();

    @Override
    public String noun() {
        return "a text, a number, true, false or null";
    }

    @Override
    public @Nullable Literal read(YamlNode node, Reading in) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            in.expected(noun(), node, "A JSON document is a text: put it in single quotes.");
            return null;
        }
        if (node.isNull()) {
            return Literal.NULL;
        }
        if (scalar.plain() && scalar.text().equals("true")) {
            return Literal.TRUE;
        }
        if (scalar.plain() && scalar.text().equals("false")) {
            return Literal.FALSE;
        }
        if (Numbers.isNumber(scalar)) {
            BigDecimal number = Numbers.read(scalar, in);
            return number == null ? null : new Literal.Number(number);
        }
        return new Literal.Text(scalar.text());
    }

    @Override
    public YamlNode write(Literal value) {
        if (value instanceof Literal.Number number) {
            return YamlNode.plain(Numbers.print(number.value()));
        }
        if (value instanceof Literal.Bool bool) {
            return YamlNode.plain(String.valueOf(bool.value()));
        }
        return value instanceof Literal.Text text ? YamlNode.text(text.value()) : YamlNode.plain("null");
    }

    static boolean fits(Object value) {
        return value instanceof Literal.Text
                || value instanceof Literal.Number
                || value instanceof Literal.Bool
                || value instanceof Literal.Null;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.object("type", List.of("string", "number", "boolean", "null"));
    }
}
