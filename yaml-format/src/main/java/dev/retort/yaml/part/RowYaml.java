// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.operation.Row;
import dev.retort.schema.Identifier;
import dev.retort.schema.Scalar;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Shared;
import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row: a mapping from columns to values. */
public record RowYaml() implements Form<Row> {

    /** The form of a row. */
    public static final Form<Row> FORM = Shared.of("row", new RowYaml());

    @Override
    public String noun() {
        return "a row: a mapping from columns to values";
    }

    @Override
    public @Nullable Row read(YamlNode node, Reading in) {
        if (!(node instanceof YamlNode.Mapping mapping) || mapping.entries().isEmpty()) {
            in.expected(noun(), node, null);
            return null;
        }
        Map<Identifier, Scalar> cells = new LinkedHashMap<>();
        boolean good = true;
        for (YamlNode.Entry entry : mapping.entries()) {
            YamlNode.Scalar key =
                    new YamlNode.Scalar(entry.key().text(), false, entry.key().place());
            Identifier column = Scalars.IDENTIFIER.read(key, in);
            Scalar value = ScalarYaml.CELL.read(entry.value(), in);
            good &= column != null && value != null;
            if (column != null && value != null) {
                cells.put(column, value);
            }
        }
        return good ? new Row(cells) : null;
    }

    @Override
    public YamlNode write(Row value) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        value.cells()
                .forEach((column, cell) -> entries.add(YamlNode.Entry.of(column.value(), ScalarYaml.CELL.write(cell))));
        return YamlNode.mapping(entries);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.object(
                "type", "object", "minProperties", 1, "additionalProperties", ScalarYaml.CELL.schema(definitions));
    }
}
