// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ColumnClauses;
import dev.retort.dialect.ConstraintClauses;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.operation.CreateTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates tables with their options, and changes the options of tables that there are. */
record TableOptions(Supplier<SqlWriter> writers) {

    /**
     * Whether a constraint can be said in CREATE TABLE: one that was not validated becomes so there, and of keys with the same
     * columns PostgreSQL makes only the first there.
     */
    static boolean isInline(TableConstraint constraint, Table table) {
        return !(constraint instanceof CheckConstraint check && !check.validated())
                && !(constraint instanceof ForeignKey key && !key.validated())
                && !(constraint instanceof UniqueConstraint unique && repeats(unique, table));
    }

    private static boolean repeats(UniqueConstraint unique, Table table) {
        return (table.primaryKey() != null && table.primaryKey().columns().equals(unique.columns()))
                || table.uniques().stream()
                        .takeWhile(other -> other != unique)
                        .anyMatch(other -> other.columns().equals(unique.columns()));
    }

    void create(
            SqlWriter sql,
            CreateTable operation,
            ColumnClauses columns,
            ConstraintClauses constraints,
            Children children) {
        Table table = operation.table();
        Options options = table.options();
        sql.sql("CREATE");
        operation.prefixes().forEach(sql::sql);
        sql.sqlIf(PostgresOptions.flag(options, PostgresOptions.UNLOGGED), "UNLOGGED")
                .sql("TABLE")
                .sqlIf(operation.ifNotExists(), "IF NOT EXISTS")
                .name(table.name());
        String partition = children.isCreatedSo() ? PostgresOptions.text(options, PostgresOptions.PARTITION_OF) : "";
        int bound = Inheritance.bound(partition);
        if (!partition.isEmpty()) {
            sql.sql("PARTITION OF").sql(partition.substring(0, bound).strip());
        }
        List<Consumer<SqlWriter>> lines = new ArrayList<>();
        children.columns().forEach(column -> lines.add(line -> columns.definition(line, column)));
        children.notNulls()
                .forEach(column -> lines.add(line -> {
                    columns.nullability(line, column);
                    line.name(column.name());
                }));
        children.constraints()
                .filter(constraint -> isInline(constraint, table))
                .forEach(constraint -> lines.add(line -> constraints.constraint(line, constraint)));
        if (!lines.isEmpty()) {
            sql.block(lines, (line, words) -> words.accept(line));
        } else if (partition.isEmpty()) {
            sql.sql("()");
        }
        sql.sql(partition.substring(bound).strip());
        List<Consumer<SqlWriter>> parents = children.parents();
        if (!parents.isEmpty()) {
            sql.sql("INHERITS").list(parents, (words, parent) -> parent.accept(words));
        }
        storage(sql, options);
    }

    private static void storage(SqlWriter sql, Options options) {
        String key = PostgresOptions.text(options, PostgresOptions.PARTITION_BY);
        if (!key.isEmpty()) {
            sql.sql("PARTITION BY").sql(key);
        }
        String method = PostgresOptions.text(options, PostgresOptions.USING);
        if (!method.isEmpty()) {
            sql.sql("USING").sql(method);
        }
        PostgresIndexes.with(sql, options);
        PostgresIndexes.tablespace(sql, options);
    }

    /** What cannot be said in CREATE TABLE. */
    List<Statement> after(Table table) {
        return security(table.name(), Options.NONE, PostgresOptions.canonical(table.options()));
    }

    private List<Statement> security(QualifiedName table, Options before, Options after) {
        List<Statement> statements = new ArrayList<>();
        flag(table, before, after, PostgresOptions.ROW_SECURITY, "ENABLE", "DISABLE", "ROW LEVEL SECURITY", statements);
        flag(
                table,
                before,
                after,
                PostgresOptions.FORCE_ROW_SECURITY,
                "FORCE",
                "NO FORCE",
                "ROW LEVEL SECURITY",
                statements);
        statements.addAll(policies(table, before, after));
        return statements;
    }

    /** The statements that turn policies of a table into others. */
    List<Statement> policies(QualifiedName table, Options before, Options after) {
        List<Statement> statements = new ArrayList<>();
        List<String> old = PostgresOptions.list(before, PostgresOptions.POLICIES);
        List<String> wanted = PostgresOptions.list(after, PostgresOptions.POLICIES);
        for (String policy : old) {
            if (!wanted.contains(policy)) {
                statements.add(statement(sql -> sql.sql("DROP POLICY")
                        .sql(policy.substring(0, end(policy)))
                        .sql("ON")
                        .name(table)));
            }
        }
        for (String policy : wanted) {
            if (!old.contains(policy)) {
                int end = end(policy);
                statements.add(statement(sql -> sql.sql("CREATE POLICY")
                        .sql(policy.substring(0, end))
                        .sql("ON")
                        .name(table)
                        .sql(policy.substring(end).strip())));
            }
        }
        return statements;
    }

    /** Where the name ends that a policy begins with. */
    private static int end(String policy) {
        if (!policy.startsWith("\"")) {
            int blank = policy.indexOf(' ');
            return blank < 0 ? policy.length() : blank;
        }
        int at = 1;
        while (at < policy.length()) {
            if (policy.startsWith("\"\"", at)) {
                at += 2;
            } else if (policy.charAt(at) == '"') {
                return at + 1;
            } else {
                at++;
            }
        }
        return policy.length();
    }

    private void flag(
            QualifiedName table,
            Options before,
            Options after,
            String option,
            String on,
            String off,
            String words,
            List<Statement> statements) {
        boolean wanted = PostgresOptions.flag(after, option);
        if (wanted != PostgresOptions.flag(before, option)) {
            statements.add(statement(sql ->
                    sql.sql("ALTER TABLE").name(table).sql(wanted ? on : off).sql(words)));
        }
    }

    /** The statements that lay options over those of a table. */
    List<Statement> change(QualifiedName name, @Nullable Table table, Options overlay) {
        Options before = table == null ? Options.NONE : PostgresOptions.canonical(table.options());
        Options after = PostgresOptions.canonical(before.overlaidBy(overlay.only(PostgresOptions.DIALECT)));
        List<Statement> statements = new ArrayList<>();
        flag(name, before, after, PostgresOptions.UNLOGGED, "SET UNLOGGED", "SET LOGGED", "", statements);
        List<String> old = PostgresOptions.list(before, PostgresOptions.WITH);
        List<String> wanted = PostgresOptions.list(after, PostgresOptions.WITH);
        List<String> gone = old.stream()
                .map(parameter -> parameter.split("=", 2)[0])
                .filter(parameter -> wanted.stream().noneMatch(other -> other.startsWith(parameter + "=")))
                .toList();
        List<String> come =
                wanted.stream().filter(parameter -> !old.contains(parameter)).toList();
        if (!gone.isEmpty()) {
            statements.add(statement(
                    sql -> sql.sql("ALTER TABLE").name(name).sql("RESET").list(gone, SqlWriter::sql)));
        }
        if (!come.isEmpty()) {
            statements.add(statement(
                    sql -> sql.sql("ALTER TABLE").name(name).sql("SET").list(come, SqlWriter::sql)));
        }
        String tablespace = PostgresOptions.text(after, PostgresOptions.TABLESPACE);
        if (!tablespace.equals(PostgresOptions.text(before, PostgresOptions.TABLESPACE))) {
            Identifier place = new Identifier(tablespace.isEmpty() ? "pg_default" : tablespace);
            statements.add(statement(sql ->
                    sql.sql("ALTER TABLE").name(name).sql("SET TABLESPACE").name(place)));
        }
        statements.addAll(security(name, before, after));
        return statements;
    }

    private Statement statement(Consumer<SqlWriter> words) {
        SqlWriter sql = writers.get();
        words.accept(sql);
        return new Statement.Sql(sql.toString());
    }
}
