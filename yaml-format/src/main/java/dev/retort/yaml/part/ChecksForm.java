// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Identifier;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a table: a list, or a mapping from names to expressions.
 *
 * @param asMapping whether they are written as a mapping where that is possible
 */
record ChecksForm(boolean asMapping) implements Form<List<CheckConstraint>> {

    private static final Lists<CheckConstraint> LIST =
            Lists.of(CheckYaml.FORM, "a list of checks, or a mapping from names to expressions");

    @Override
    public String noun() {
        return LIST.noun();
    }

    @Override
    public @Nullable List<CheckConstraint> read(YamlNode node, Reading in) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return LIST.read(node, in);
        }
        List<CheckConstraint> checks = new ArrayList<>();
        boolean good = true;
        for (YamlNode.Entry entry : mapping.entries()) {
            CheckConstraint check = CheckYaml.FORM.read(entry.value(), in);
            good &= check != null;
            if (check != null) {
                String name = entry.key().text();
                checks.add(name.isEmpty() ? check : check.withName(new Identifier(name)));
            }
        }
        return good ? checks : null;
    }

    @Override
    public YamlNode write(List<CheckConstraint> value) {
        Set<Identifier> names = new HashSet<>();
        boolean simple = value.stream()
                .allMatch(check -> check.name() != null
                        && names.add(check.name())
                        && check.withName(null).equals(CheckYaml.of(check.expression())));
        if (!asMapping || !simple) {
            return LIST.write(value);
        }
        return YamlNode.mapping(value.stream()
                .map(check ->
                        YamlNode.Entry.of(String.valueOf(check.name()), SqlTextYaml.FORM.write(check.expression())))
                .toList());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> byName =
                Json.object("type", "object", "additionalProperties", CheckYaml.FORM.schema(definitions));
        return Json.anyOf(List.of(LIST.schema(definitions), byName));
    }
}
