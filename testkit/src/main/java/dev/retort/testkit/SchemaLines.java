// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schemas line by line, so that a difference in a large one can be read. */
public final class SchemaLines {

    private SchemaLines() {}

    /**
     * @param one   a schema
     * @param other another one
     * @return lines that only the first has, with a minus, and lines that only the other has, with a plus
     */
    public static String differences(Schema one, Schema other) {
        String all = differences(lines(one), lines(other));
        return all.isEmpty() && !one.equals(other) ? "the same lines, but not equal" : all;
    }

    /**
     * @param one   a text
     * @param other another one
     * @return lines that only one of the two has, likewise
     */
    public static String differences(String one, String other) {
        String all = differences(one.lines().toList(), other.lines().toList());
        return all.isEmpty() && !one.equals(other) ? "the same lines in another order:\n" + one + "\n" + other : all;
    }

    private static String differences(List<String> before, List<String> after) {
        Stream<String> gone =
                before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line);
        Stream<String> come =
                after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line);
        return Stream.concat(gone, come)
                .sorted((a, b) -> a.substring(2).compareTo(b.substring(2)))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> lines(Schema schema) {
        List<String> lines = new ArrayList<>();
        schema.namespaces().forEach(name -> lines.add("namespace " + name));
        schema.tables().values().forEach(table -> lines(table, lines));
        schema.views().values().forEach(view -> lines.add(view.toString()));
        schema.enums().values().forEach(type -> lines.add(type.toString()));
        schema.sequences().values().forEach(sequence -> lines.add(sequence.toString()));
        schema.routines().values().forEach(routine -> lines.add(routine.toString()));
        schema.triggers().values().forEach(trigger -> lines.add(trigger.toString()));
        schema.others().values().forEach(other -> lines.add(other.toString()));
        return lines;
    }

    private static void lines(Table table, List<String> lines) {
        String name = table.name() + ": ";
        for (int i = 0; i < table.columns().size(); i++) {
            lines.add(name + i + " " + table.columns().get(i));
        }
        table.constraints().forEach(constraint -> lines.add(name + constraint));
        table.indexes().forEach(index -> lines.add(name + index));
        lines.add(name + table.comment() + " " + table.options());
    }
}
