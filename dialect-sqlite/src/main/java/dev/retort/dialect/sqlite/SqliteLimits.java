// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.PlacedOperation;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds what SQLite lacks beyond whole capabilities. */
final class SqliteLimits {

    private static final Set<String> PREFIXES = Set.of("TEMP", "TEMPORARY");

    private final TableLimits tables;

    SqliteLimits(SqliteWords words) {
        this.tables = new TableLimits(words);
    }

    List<Finding> check(PlacedOperation placed) {
        List<Finding> findings = new ArrayList<>();
        check(placed.operation(), placed, findings);
        return findings.stream()
                .distinct()
                .map(finding -> finding.about(placed.operation().keyword()).at(placed.location()))
                .toList();
    }

    private void check(Operation operation, PlacedOperation placed, List<Finding> findings) {
        if (operation instanceof Batch batch) {
            batch.operations().forEach(inner -> check(inner, placed, findings));
        } else if (operation instanceof CreateTable create) {
            prefixes(create, findings);
            findings.addAll(tables.check(create.table(), placed.after()));
        } else if (operation instanceof DropTable drop) {
            referred(drop, placed, findings);
        } else if (operation instanceof CreateTrigger create) {
            trigger(create.trigger(), findings);
        } else {
            TableParts.Part part = TableParts.of(operation, placed);
            if (part != null) {
                SqliteCanonical.find(part.table(), placed.after())
                        .ifPresent(table -> findings.addAll(tables.check(table, placed.after())));
            }
        }
        notValid(operation, findings);
    }

    private static void prefixes(CreateTable create, List<Finding> findings) {
        for (String prefix : create.prefixes()) {
            if (!PREFIXES.contains(prefix.toUpperCase(Locale.ROOT))) {
                findings.add(error(
                        "SQLite has no " + prefix + " tables: " + create.table().name() + "."));
            }
        }
    }

    private static void referred(DropTable drop, PlacedOperation placed, List<Finding> findings) {
        Set<QualifiedName> referring = new TreeSet<>();
        for (Table table : placed.before().tables().values()) {
            boolean refers = table.foreignKeys().stream()
                    .anyMatch(key -> SqliteCanonical.same(
                            key.referredTable().name(), drop.table().name()));
            if (refers
                    && !SqliteCanonical.same(table.name().name(), drop.table().name())) {
                referring.add(table.name());
            }
        }
        if (!referring.isEmpty()) {
            findings.add(Finding.warning(
                            ErrorCode.UNSUPPORTED,
                            "Table " + drop.table() + " is dropped although " + referring
                                    + " refer to it; their rows and foreign keys stay.")
                    .withHint("Drop those foreign keys first."));
        }
    }

    private static void trigger(Trigger trigger, List<Finding> findings) {
        String subject = "trigger " + trigger.name();
        if (trigger.events().size() != 1) {
            findings.add(error("SQLite lets " + subject + " watch one event only, but it has " + trigger.events() + ".")
                    .withHint("Make one trigger for each event."));
        }
        if (trigger.events().contains(Trigger.Event.TRUNCATE)) {
            findings.add(error("SQLite has no TRUNCATE that " + subject + " could watch."));
        }
        if (!trigger.forEachRow()) {
            findings.add(error("SQLite runs triggers for each row, but " + subject + " is for each statement."));
        }
    }

    private static void notValid(Operation operation, List<Finding> findings) {
        if (operation instanceof AddCheck add && !add.check().validated()) {
            findings.add(Finding.note(
                    ErrorCode.UNSUPPORTED,
                    "SQLite checks the rows of table " + add.table() + " against the new check at once."));
        }
        if (operation instanceof AddForeignKey add && !add.foreignKey().validated()) {
            findings.add(Finding.note(
                    ErrorCode.UNSUPPORTED,
                    "SQLite does not remember that the foreign key of table " + add.table()
                            + " was not checked; validate_constraint checks it."));
        }
    }

    static Finding error(String message) {
        return Finding.error(ErrorCode.UNSUPPORTED, message);
    }
}
