// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.util.Litmus;

/** Finds columns that have many values in a group: some databases refuse them, others take any of the values. */
final class Grouping {

    private Grouping() {}

    static void check(SqlSelect select, Problems problems) {
        SqlNodeList group = select.getGroup();
        boolean groups = group != null
                || select.getHaving() != null
                || select.getSelectList().stream().anyMatch(Grouping::hasAggregate);
        if (!groups) {
            return;
        }
        List<SqlNode> keys = group == null ? List.of() : List.copyOf(group.getList());
        for (SqlNode item : select.getSelectList()) {
            check(item, keys, problems);
        }
        SqlNode having = select.getHaving();
        if (having != null) {
            check(having, keys, problems);
        }
    }

    private static boolean isAggregate(SqlNode node) {
        return node instanceof SqlCall call
                && call.getKind() == SqlKind.OTHER_FUNCTION
                && Aggregates.NAMES.contains(call.getOperator().getName().toUpperCase(Locale.ROOT));
    }

    private static boolean hasAggregate(SqlNode node) {
        if (isAggregate(node)) {
            return true;
        }
        if (node instanceof SqlNodeList list) {
            return list.stream().anyMatch(each -> each != null && hasAggregate(each));
        }
        return node instanceof SqlCall call
                && !call.isA(SqlKind.QUERY)
                && call.getOperandList().stream().anyMatch(each -> each != null && hasAggregate(each));
    }

    private static void check(SqlNode node, List<SqlNode> keys, Problems problems) {
        if (isAggregate(node)
                || node.isA(SqlKind.QUERY)
                || keys.stream().anyMatch(key -> key.equalsDeep(node, Litmus.IGNORE))) {
            return;
        }
        if (node instanceof SqlIdentifier column) {
            boolean known = keys.stream()
                    .anyMatch(key -> key instanceof SqlIdentifier other
                            && last(other).equals(last(column))
                            && (other.isSimple() || column.isSimple()));
            boolean word = column.isSimple()
                    && !column.isComponentQuoted(0)
                    && column.getSimple().matches("(?i)(CURRENT|LOCAL).*");
            if (!known && !word) {
                problems.add(
                        column,
                        "'" + column + "' is neither in GROUP BY nor inside an aggregate function.",
                        "Add it to GROUP BY, or write MIN or MAX of it.");
            }
        } else if (node instanceof SqlNodeList list) {
            list.forEach(each -> check(each, keys, problems));
        } else if (node instanceof SqlCall call) {
            List<SqlNode> operands =
                    call.getKind() == SqlKind.AS ? call.getOperandList().subList(0, 1) : call.getOperandList();
            operands.stream().filter(each -> each != null).forEach(each -> check(each, keys, problems));
        }
    }

    private static String last(SqlIdentifier name) {
        return name.names.get(name.names.size() - 1);
    }
}
