// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.operation.Batch;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets the operations of a batch leave out their table: on reading it is filled in from the batch, on writing it is taken
 * out where it is the same.
 *
 * @param form the form of a batch in which every operation names its table
 */
record BatchTable(Form<Batch> form) implements Form<Batch> {

    private static final Set<String> NAME_KEYS = Set.of("table", "schema");

    @Override
    public String noun() {
        return form.noun();
    }

    @Override
    public List<String> keys() {
        return form.keys();
    }

    @Override
    public @Nullable Batch read(YamlNode node, Reading in) {
        return form.read(rewritten(node, BatchTable::filledIn), in);
    }

    @Override
    public YamlNode write(Batch value) {
        return rewritten(form.write(value), BatchTable::takenOut);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return form.schema(definitions);
    }

    private static YamlNode rewritten(
            YamlNode node, BiFunction<YamlNode.Mapping, YamlNode.Mapping, YamlNode.Mapping> change) {
        if (!(node instanceof YamlNode.Mapping batch)
                || !(batch.get("operations").orElse(node) instanceof YamlNode.Sequence operations)) {
            return node;
        }
        List<YamlNode> items = new ArrayList<>();
        for (YamlNode item : operations.items()) {
            items.add(item instanceof YamlNode.Mapping mapping ? item(mapping, batch, change) : item);
        }
        YamlNode.Sequence changed = new YamlNode.Sequence(items, operations.place());
        List<YamlNode.Entry> entries = batch.entries().stream()
                .map(entry -> entry.value() == operations ? new YamlNode.Entry(entry.key(), changed) : entry)
                .toList();
        return new YamlNode.Mapping(entries, batch.block(), batch.place());
    }

    private static YamlNode item(
            YamlNode.Mapping item,
            YamlNode.Mapping batch,
            BiFunction<YamlNode.Mapping, YamlNode.Mapping, YamlNode.Mapping> change) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (YamlNode.Entry entry : item.entries()) {
            OperationYaml<?, ?> operation = OperationForms.all().get(entry.key().text());
            boolean takesTable = operation != null && operation.form().keys().contains("table");
            entries.add(
                    takesTable && entry.value() instanceof YamlNode.Mapping body
                            ? new YamlNode.Entry(entry.key(), change.apply(body, batch))
                            : entry);
        }
        return new YamlNode.Mapping(entries, item.block(), item.place());
    }

    private static YamlNode.Mapping filledIn(YamlNode.Mapping body, YamlNode.Mapping batch) {
        if (body.has("table")) {
            return body;
        }
        List<YamlNode.Entry> entries = new ArrayList<>();
        batch.entries().stream()
                .filter(entry -> NAME_KEYS.contains(entry.key().text())
                        && !body.has(entry.key().text()))
                .forEach(entries::add);
        entries.addAll(body.entries());
        return new YamlNode.Mapping(entries, body.block(), body.place());
    }

    private static YamlNode.Mapping takenOut(YamlNode.Mapping body, YamlNode.Mapping batch) {
        if (!body.has("table")) {
            return body.startingWith(YamlNode.Entry.of("table", YamlNode.plain("null"))); // not that of the batch
        }
        boolean same = NAME_KEYS.stream().allMatch(key -> body.get(key).equals(batch.get(key)));
        return same ? body.without(NAME_KEYS) : body;
    }
}
