// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.dialect.Timeouts;
import dev.retort.migration.Condition;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.Operation;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.part.TimeoutsYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a migration: a list of mappings with one operation each, and perhaps {@code when}, {@code allow} and
 * {@code timeouts} beside it.
 *
 * @param conditional whether those three may stand there
 */
public record StepList(boolean conditional) implements Form<List<MigrationStep>> {

    /** The operations of a migration. */
    public static final Form<List<MigrationStep>> FORM = new StepList(true);

    static final Form<List<MigrationStep>> OPERATIONS_ALONE = new StepList(false);

    private static final String WHEN = "when";
    private static final String ALLOW = "allow";
    private static final String TIMEOUTS = "timeouts";
    private static final List<String> BESIDE = List.of(WHEN, ALLOW, TIMEOUTS);

    @Override
    public String noun() {
        return "a list of operations";
    }

    @Override
    public @Nullable List<MigrationStep> read(YamlNode node, Reading in) {
        if (!(node instanceof YamlNode.Sequence list)) {
            in.expected(noun(), node, "Put a '-' in front of each operation.");
            return null;
        }
        List<MigrationStep> steps = new ArrayList<>();
        boolean good = true;
        for (YamlNode item : list.items()) {
            List<MigrationStep> read = item(item, in);
            good &= read != null;
            if (read != null) {
                steps.addAll(read);
            }
        }
        return good ? steps : null;
    }

    private @Nullable List<MigrationStep> item(YamlNode item, Reading in) {
        if (!(item instanceof YamlNode.Mapping mapping)) {
            in.expected("an operation such as 'drop_table: {table: users}'", item, null);
            return null;
        }
        List<YamlNode.Entry> operations = new ArrayList<>();
        Condition when = Condition.ALWAYS;
        SortedMap<String, String> allow = new TreeMap<>();
        Timeouts timeouts = Timeouts.UNSET;
        boolean good = true;
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (conditional && key.equals(WHEN)) {
                when = StepConditions.WHEN.read(entry.value(), in);
                good &= when != null;
            } else if (conditional && key.equals(ALLOW)) {
                allow = StepConditions.ALLOW.read(entry.value(), in);
                good &= allow != null;
            } else if (conditional && key.equals(TIMEOUTS)) {
                timeouts = TimeoutsYaml.FORM.read(entry.value(), in);
                good &= timeouts != null;
            } else {
                operations.add(entry);
            }
        }
        List<Operation> read = operation(operations, mapping, in);
        if (!good || read == null || when == null || allow == null || timeouts == null) {
            return null;
        }
        List<MigrationStep> steps = new ArrayList<>();
        for (Operation operation : read) {
            steps.add(new MigrationStep(operation, in.at(operations.get(0).key()), when, allow, timeouts));
        }
        return steps;
    }

    private @Nullable List<Operation> operation(List<YamlNode.Entry> entries, YamlNode.Mapping item, Reading in) {
        if (entries.isEmpty()) {
            in.error(ErrorCode.MISSING_KEY, item, "Expected an operation, found none.", null);
            return null;
        }
        List<Operation> result = null;
        for (YamlNode.Entry entry : entries) {
            YamlNode.Scalar keyword = entry.key();
            OperationYaml<?, ?> operation = OperationForms.all().get(keyword.text());
            if (operation == null) {
                unknown(keyword, entries.get(0) == entry, in);
            } else if (entry != entries.get(0)) {
                String message =
                        "Expected one operation in each item of the list, found '" + keyword.text() + "' as well.";
                in.error(ErrorCode.BAD_VALUE, keyword, message, "Put a '-' in front of it.");
            }
            List<Operation> read = operation == null ? null : operation.read(misplaced(entry, in), in);
            result = entries.size() == 1 ? read : null;
        }
        return result;
    }

    /** Takes out {@code when}, {@code allow} and {@code timeouts} where an operation's own keys were expected. */
    private YamlNode misplaced(YamlNode.Entry operation, Reading in) {
        if (!(operation.value() instanceof YamlNode.Mapping body)) {
            return operation.value();
        }
        List<YamlNode.Entry> rest = new ArrayList<>();
        for (YamlNode.Entry entry : body.entries()) {
            String key = entry.key().text();
            if (BESIDE.contains(key)) {
                String message = "The key '" + key + "' does not belong in "
                        + operation.key().text() + ".";
                in.error(
                        ErrorCode.UNKNOWN_KEY,
                        entry.key(),
                        message,
                        conditional
                                ? "Write it beside '" + operation.key().text() + "', in a line of its own."
                                : "It belongs beside an operation of the migration.");
            } else {
                rest.add(entry);
            }
        }
        return new YamlNode.Mapping(rest, body.block(), body.place());
    }

    private static void unknown(YamlNode.Scalar keyword, boolean first, Reading in) {
        if (BESIDE.contains(keyword.text())) {
            String message = "The key '" + keyword.text() + "' does not belong here.";
            in.error(ErrorCode.UNKNOWN_KEY, keyword, message, "It belongs beside an operation of the migration.");
            return;
        }
        if (keyword.text().equals("run") || keyword.text().equals("custom")) {
            in.error(
                    ErrorCode.UNKNOWN_OPERATION,
                    keyword,
                    "The operation '" + keyword.text() + "' is Java code and does not exist in YAML.",
                    "Write the migration in Java, or use 'execute'.");
            return;
        }
        List<String> known = new ArrayList<>(OperationForms.all().keySet());
        if (!first) {
            known.addAll(BESIDE);
        }
        in.unknown(ErrorCode.UNKNOWN_OPERATION, "operation", keyword, known, "");
    }

    @Override
    public YamlNode write(List<MigrationStep> value) {
        return YamlNode.list(value.stream().map(StepList::step).toList());
    }

    private static YamlNode step(MigrationStep step) {
        Operation operation = step.operation();
        List<YamlNode.Entry> entries = new ArrayList<>();
        entries.add(YamlNode.Entry.of(
                operation.keyword(), OperationForms.of(operation).write(operation)));
        if (!step.when().equals(Condition.ALWAYS)) {
            entries.add(YamlNode.Entry.of(WHEN, StepConditions.WHEN.write(step.when())));
        }
        if (!step.allow().isEmpty()) {
            entries.add(YamlNode.Entry.of(ALLOW, StepConditions.ALLOW.write(step.allow())));
        }
        if (!step.timeouts().isUnset()) {
            entries.add(YamlNode.Entry.of(TIMEOUTS, TimeoutsYaml.FORM.write(step.timeouts())));
        }
        return new YamlNode.Mapping(entries, true, YamlNode.Place.NONE);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> one = definitions.reference(
                conditional ? "step" : "operation",
                () -> OperationSchema.item(definitions, OperationForms.all(), conditional));
        return Json.object("type", "array", "items", one);
    }
}
