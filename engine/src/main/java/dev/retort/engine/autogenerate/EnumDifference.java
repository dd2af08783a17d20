// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.operation.AlterEnum;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.DropEnum;
import dev.retort.operation.EnumChange;
import dev.retort.operation.Operation;
import dev.retort.schema.EnumType;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Differences between enum types.
 *
 * @param from the schema that is there
 * @param to   the schema that shall be
 */
record EnumDifference(Schema from, Schema to) {

    /** What comes before tables change: types that their columns will have. */
    List<Operation> before() {
        List<Operation> operations = new ArrayList<>();
        for (EnumType target : to.enums().values()) {
            EnumType present = from.enums().get(target.name());
            if (present == null) {
                operations.add(new CreateEnum(target, false));
            } else {
                alter(present, target, operations);
            }
        }
        return operations;
    }

    /** What comes after tables have changed: types that no column has any more. */
    List<Operation> after() {
        return from.enums().keySet().stream()
                .filter(name -> !to.enums().containsKey(name))
                .<Operation>map(name -> new DropEnum(name, false, false))
                .toList();
    }

    private static void alter(EnumType present, EnumType target, List<Operation> operations) {
        List<String> kept = longestCommon(present.values(), target.values());
        present.values().stream()
                .filter(value -> !kept.contains(value))
                .forEach(value -> operations.add(new AlterEnum(target.name(), new EnumChange.DropValue(value))));
        List<String> values = new ArrayList<>(kept);
        @Nullable String previous = null;
        for (String value : target.values()) {
            if (!kept.contains(value)) {
                String next = previous == null && !values.isEmpty() ? values.get(0) : null;
                operations.add(new AlterEnum(target.name(), new EnumChange.AddValue(value, next, previous, false)));
                values.add(value);
            }
            previous = value;
        }
        if (!Objects.equals(present.comment(), target.comment())) {
            operations.add(new AlterEnum(target.name(), new EnumChange.SetComment(target.comment())));
        }
    }

    /** The longest list of values that both have in the same order. */
    private static List<String> longestCommon(List<String> a, List<String> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                length[i][j] = a.get(i).equals(b.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<String> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (a.get(i).equals(b.get(j))) {
                common.add(a.get(i));
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
