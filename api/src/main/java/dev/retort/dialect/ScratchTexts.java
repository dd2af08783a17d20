// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The SQL texts of a schema as a database tells them, for a dialect whose database can be had at any time because it is a
 * library: defaults, computations, checks and views are made in an empty database and read back. A text that cannot be made
 * alone, because it speaks of something that the model does not know, stays as it was written.
 *
 * <p>A database rewrites such texts by rules that nobody outside can repeat: {@code 1 + 2} becomes {@code 3}, a star the columns
 * that it stands for. Everything else of a canonical form is for {@link StandardCanonical} to say.
 */
public final class ScratchTexts {

    private static final String CHECK = "retort_check_";

    private final Dialect dialect;
    private final Source source;

    /** Where empty databases come from. */
    public interface Source {

        /**
         * Makes an empty database.
         *
         * @return a connection to it; the database goes when it is closed
         * @throws SQLException if there is none to be had
         */
        Connection open() throws SQLException;
    }

    /**
     * Texts of a dialect.
     *
     * @param dialect its DDL makes the objects, its inspector reads them
     * @param source  where empty databases come from
     */
    public ScratchTexts(Dialect dialect, Source source) {
        this.dialect = dialect;
        this.source = source;
    }

    /**
     * The schema with the texts that the database tells.
     *
     * @param schema a schema that is canonical but for its texts
     * @return its canonical form
     * @throws IllegalStateException if there is no empty database to be had
     */
    public Schema told(Schema schema) {
        if (schema.views().isEmpty()
                && schema.tables().values().stream().noneMatch(ScratchTexts::hasTexts)) {
            return schema;
        }
        try (Connection connection = source.open()) {
            make(connection, schema);
            InspectionScope scope = new InspectionScope(schema.namespaces(), name -> true);
            Schema read = dialect.inspector().inspect(connection, scope).schema();
            return merged(schema, read);
        } catch (SQLException refused) {
            throw new IllegalStateException(
                    dialect.version() + " cannot be asked for its texts: " + refused.getMessage(), refused);
        }
    }

    private static boolean hasTexts(Table table) {
        return !table.checks().isEmpty()
                || table.columns().stream()
                        .anyMatch(column -> column.defaultValue() != null || column.generated() != null);
    }

    private void make(Connection connection, Schema schema) throws SQLException {
        schema.namespaces().forEach(name -> make(connection, new CreateSchema(name, false, null), schema));
        schema.sequences().values().forEach(sequence -> make(connection, new CreateSequence(sequence, false), schema));
        for (Table table : schema.tables().values()) {
            make(connection, CreateTable.of(bare(table)), schema);
        }
        List<View> left = new ArrayList<>(schema.views().values());
        // A view on a view must wait for that one.
        while (left.removeIf(view -> make(connection, new CreateView(view, false), schema))) {
            continue;
        }
    }

    /** Without keys, which texts do not speak of, and with names for checks, by which to find them again. */
    private static Table bare(Table table) {
        TableBuilder bare = new TableBuilder(table.name())
                .columns(table.columns().stream()
                        .map(column -> column.withComment(null))
                        .toList());
        for (int i = 0; i < table.checks().size(); i++) {
            bare.constraint(table.checks().get(i).withName(checkName(table, i)));
        }
        return bare.build();
    }

    private static Identifier checkName(Table table, int number) {
        return new Identifier(CHECK + number + "_" + table.name());
    }

    private boolean make(Connection connection, Operation operation, Schema schema) {
        PlacedOperation placed = new PlacedOperation(operation, SourceLocation.NONE, Schema.EMPTY, schema);
        try (java.sql.Statement statement = connection.createStatement()) {
            for (Statement each : dialect.ddl().render(List.of(placed), Definitions.NONE)) {
                if (each instanceof Statement.Sql sql) {
                    statement.execute(sql.sql());
                }
            }
            return true;
        } catch (SQLException notAlone) {
            return false;
        }
    }

    private static Schema merged(Schema schema, Schema read) {
        SchemaBuilder result = schema.toBuilder();
        for (Table table : schema.tables().values()) {
            read.table(table.name()).ifPresent(told -> result.table(merged(table, told)));
        }
        for (View view : schema.views().values()) {
            read.view(view.name())
                    .ifPresent(told -> result.view(new View(
                            view.name(),
                            told.columns(),
                            told.query(),
                            view.materialized(),
                            view.comment(),
                            view.options())));
        }
        return result.build();
    }

    private static Table merged(Table table, Table told) {
        TableBuilder result = table.toBuilder().mapColumns(column -> told.column(column.name())
                .map(read -> merged(column, read))
                .orElse(column));
        List<CheckConstraint> checks = table.checks();
        for (int i = 0; i < checks.size(); i++) {
            CheckConstraint check = checks.get(i);
            Optional<CheckConstraint> read = told.constraint(checkName(table, i)).map(CheckConstraint.class::cast);
            result.withoutConstraint(check)
                    .constraint(read.map(CheckConstraint::expression)
                            .map(check::withExpression)
                            .orElse(check));
        }
        return result.build();
    }

    private static Column merged(Column column, Column told) {
        return column.withDefault(null)
                .withGenerated(column.generated() == null ? null : told.generated())
                .withDefault(column.defaultValue() == null ? null : told.defaultValue());
    }
}
