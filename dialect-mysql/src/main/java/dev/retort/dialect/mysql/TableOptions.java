// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlWriter;
import dev.retort.schema.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Options of tables as SQL.
 *
 * @param usual the collation of a table that says none
 */
record TableOptions(MysqlOptions options, String usual) {

    /** All options of a table, behind its closing parenthesis. */
    void write(SqlWriter sql, Options table) {
        for (String clause : clauses(table)) {
            sql.sql(clause);
        }
        String partitions = options.text(table, MysqlOptions.PARTITION_BY);
        sql.sqlIf(!partitions.isEmpty(), "PARTITION BY " + partitions);
    }

    private List<String> clauses(Options table) {
        List<String> clauses = new ArrayList<>();
        add(clauses, "ENGINE=", options.text(table, MysqlOptions.ENGINE));
        add(clauses, "DEFAULT CHARSET=", options.text(table, MysqlOptions.CHARSET));
        add(clauses, "COLLATE=", options.text(table, MysqlOptions.COLLATION));
        add(clauses, "ROW_FORMAT=", options.text(table, MysqlOptions.ROW_FORMAT).toUpperCase(Locale.ROOT));
        add(clauses, "AUTO_INCREMENT=", options.text(table, MysqlOptions.AUTO_INCREMENT));
        add(clauses, "", options.text(table, MysqlOptions.CREATE_OPTIONS));
        if (options.flag(table, MysqlOptions.SYSTEM_VERSIONING)) {
            clauses.add("WITH SYSTEM VERSIONING");
        }
        return clauses;
    }

    private static void add(List<String> clauses, String words, String value) {
        if (!value.isEmpty()) {
            clauses.add(words + value);
        }
    }

    /** What a change of options takes; what is no longer said becomes the default of the server. */
    List<Consumer<SqlWriter>> changes(Options from, Options to, Options written) {
        List<Consumer<SqlWriter>> changes = new ArrayList<>();
        change(changes, from, to, MysqlOptions.ENGINE, "ENGINE=", "InnoDB");
        change(changes, from, to, MysqlOptions.ROW_FORMAT, "ROW_FORMAT=", "DEFAULT");
        String collation = options.text(to, MysqlOptions.COLLATION);
        if (!collation.equals(options.text(from, MysqlOptions.COLLATION))) {
            String now = collation.isEmpty() ? usual : collation;
            changes.add(sql -> sql.sql("DEFAULT CHARSET=" + Flavor.charsetOf(now) + " COLLATE=" + now));
        }
        String more = options.text(to, MysqlOptions.CREATE_OPTIONS);
        if (!more.equals(options.text(from, MysqlOptions.CREATE_OPTIONS)) && !more.isEmpty()) {
            changes.add(sql -> sql.sql(more));
        }
        periods(changes, from, to);
        boolean versioned = options.flag(to, MysqlOptions.SYSTEM_VERSIONING);
        if (versioned != options.flag(from, MysqlOptions.SYSTEM_VERSIONING)) {
            changes.add(sql -> sql.sql(versioned ? "ADD SYSTEM VERSIONING" : "DROP SYSTEM VERSIONING"));
        }
        return changes;
    }

    /** What changes how a table is partitioned: a clause that has to stand alone. */
    Optional<String> partitioning(Options from, Options to) {
        String was = options.text(from, MysqlOptions.PARTITION_BY);
        String now = options.text(to, MysqlOptions.PARTITION_BY);
        if (was.equals(now)) {
            return Optional.empty();
        }
        return Optional.of(now.isEmpty() ? "REMOVE PARTITIONING" : "PARTITION BY " + now);
    }

    private void periods(List<Consumer<SqlWriter>> changes, Options from, Options to) {
        Map<String, String> was =
                Periods.read(options.text(from, MysqlOptions.PERIODS)).byName();
        Map<String, String> now =
                Periods.read(options.text(to, MysqlOptions.PERIODS)).byName();
        was.forEach((name, columns) -> {
            if (!columns.equals(now.get(name))) {
                changes.add(sql -> sql.sql("DROP PERIOD FOR " + name));
            }
        });
        now.forEach((name, columns) -> {
            if (!columns.equals(was.get(name))) {
                changes.add(sql -> sql.sql("ADD PERIOD FOR " + name + " " + columns));
            }
        });
    }

    private void change(
            List<Consumer<SqlWriter>> changes, Options from, Options to, String key, String words, String usual) {
        String now = options.text(to, key);
        if (!now.equals(options.text(from, key))) {
            changes.add(sql -> sql.sql(words + (now.isEmpty() ? usual : now.toUpperCase(Locale.ROOT))));
        }
    }
}
