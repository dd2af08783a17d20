// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Short texts of schemas and operations for messages: everything that has its default is left out. */
public final class Compact {

    private Compact() {}

    /**
     * @param schema a schema
     * @return one line for each object, and one for each part of a table
     */
    public static String text(Schema schema) {
        List<String> lines = new ArrayList<>();
        schema.namespaces().forEach(name -> lines.add("schema " + name));
        schema.enums().values().forEach(type -> lines.add(text(type)));
        schema.sequences().values().forEach(sequence -> lines.add(text(sequence)));
        schema.tables().values().forEach(table -> table(table, lines));
        schema.views().values().forEach(view -> lines.add(text(view)));
        schema.routines().values().forEach(routine -> lines.add(text(routine)));
        schema.triggers().values().forEach(trigger -> lines.add(text(trigger)));
        schema.others().values().forEach(other -> lines.add(text(other)));
        return String.join("\n", lines);
    }

    private static void table(Table table, List<String> lines) {
        Table head = Table.of(table.name(), List.of()).toBuilder()
                .comment(table.comment())
                .options(table.options())
                .build();
        lines.add(text(head));
        table.columns().forEach(column -> lines.add("    " + text(column)));
        table.constraints().forEach(constraint -> lines.add("    " + text(constraint)));
        table.indexes().forEach(index -> lines.add("    " + text(index)));
    }

    /**
     * @param operations operations
     * @return one line for each
     */
    public static String text(Collection<? extends Operation> operations) {
        return operations.stream().map(Compact::text).collect(Collectors.joining("\n"));
    }

    /**
     * @param part a part of a schema or an operation
     * @return one line
     */
    public static String text(Object part) {
        String text = part.toString();
        String before;
        do {
            before = text;
            text = text.replaceAll(
                            "\\w+=(null|false|\\[\\]|Keep\\[\\]|Last\\[\\]|Options\\[byDialect=\\{\\}\\]|NOT_DEFERRABLE|NO_ACTION|SIMPLE)(, |(?=\\]))",
                            "")
                    .replaceAll(", (?=\\])", "")
                    .replace("text=TextAttributes[]", "")
                    .replace("nullable=true", "null");
        } while (!text.equals(before));
        return text.replace("\n", "\\n");
    }

    /**
     * Where two texts of schemas differ.
     *
     * @param expected the schema that was expected
     * @param actual   the schema that was found
     * @return the lines that only one of them has, marked by - and +
     */
    public static String difference(Schema expected, Schema actual) {
        List<String> missing = new ArrayList<>(text(expected).lines().toList());
        List<String> surplus = new ArrayList<>(text(actual).lines().toList());
        for (String line : List.copyOf(missing)) {
            if (surplus.remove(line)) {
                missing.remove(line);
            }
        }
        String lines = missing.stream().map(line -> "- " + line + "\n").collect(Collectors.joining())
                + surplus.stream().map(line -> "+ " + line + "\n").collect(Collectors.joining());
        return lines.isEmpty() ? "(only the order of columns differs)\n" : lines;
    }
}
