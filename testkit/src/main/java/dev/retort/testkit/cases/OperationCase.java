// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Lack;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.Row;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case: a database as it is before, operations, and what must be true after them.
 *
 * @param name         folder and file without its ending, such as {@code add_check/rows_are_checked}
 * @param text         the file as it was read
 * @param needs        what a database must be able to do
 * @param lacks        what it must not lack
 * @param before       operations that make the database as it is before
 * @param operations   the operations that the case is about
 * @param wanted       operations that make, from nothing, what the database shall be: the case is then about the difference
 * @param difference   keywords of the operations that lead there, in their order; null if the case is about operations
 * @param rows         rows that tables must hold after them, in any order
 * @param undone       rows that tables must hold after the computed downgrade
 * @param irreversible whether the downgrade cannot be computed
 */
record OperationCase(
        String name,
        String text,
        Set<Capability> needs,
        Set<Lack> lacks,
        List<MigrationStep> before,
        List<MigrationStep> operations,
        List<MigrationStep> wanted,
        @Nullable List<String> difference,
        Map<QualifiedName, List<Row>> rows,
        Map<QualifiedName, List<Row>> undone,
        boolean irreversible) {

    /** The same with other operations. */
    OperationCase withOperations(List<MigrationStep> steps) {
        return new OperationCase(
                name, text, needs, lacks, before, steps, wanted, difference, rows, undone, irreversible);
    }

    /** The keyword of the folder. */
    String folder() {
        return name.substring(0, name.indexOf('/'));
    }

    /** What the case says in its file name. */
    String fact() {
        return name.substring(name.indexOf('/') + 1).replace('_', ' ');
    }

    /** What places in the case's file are called in findings. */
    String file() {
        return name + ".yaml";
    }
}
