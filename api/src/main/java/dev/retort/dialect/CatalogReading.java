// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.MatchType;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reading of an information schema. */
final class CatalogReading {

    private final StandardInspector inspector;
    private final Catalog catalog;
    private final InspectionScope scope;
    private final SchemaBuilder schema = new SchemaBuilder();
    private final Map<QualifiedName, TableBuilder> tables = new HashMap<>();
    private final Map<QualifiedName, CatalogRow> views = new HashMap<>();
    private final Map<QualifiedName, List<Identifier>> viewColumns = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    CatalogReading(StandardInspector inspector, Catalog catalog, InspectionScope scope) {
        this.inspector = inspector;
        this.catalog = catalog;
        this.scope = scope;
    }

    List<Finding> findings() {
        return findings;
    }

    Schema schema() throws SQLException {
        for (CatalogRow row : catalog.rows("SCHEMATA", "SCHEMA_NAME", "SCHEMA_NAME")) {
            if (!row.name("SCHEMA_NAME").equals(catalog.home())) {
                schema.namespaces().add(new Identifier(row.name("SCHEMA_NAME")));
            }
        }
        for (CatalogRow row : catalog.rows("TABLES", "TABLE_SCHEMA", "TABLE_NAME")) {
            tableOrView(row);
        }
        columns();
        constraints();
        inspector.indexes(catalog).forEach((name, indexes) -> {
            TableBuilder table = tables.get(name);
            if (table != null) {
                indexes.forEach(table::index);
            }
        });
        tables.values().forEach(table -> schema.table(table.build()));
        for (CatalogRow row : catalog.rows("VIEWS", "TABLE_SCHEMA", "TABLE_NAME")) {
            view(row);
        }
        if (inspector.dialect.can(Capability.SEQUENCES)) {
            for (CatalogRow row : catalog.rows("SEQUENCES", "SEQUENCE_SCHEMA", "SEQUENCE_NAME")) {
                schema.sequence(sequence(row));
            }
        }
        return schema.build();
    }

    private void tableOrView(CatalogRow row) {
        QualifiedName name = catalog.table(row);
        if (!scope.tables().test(name)) {
            return;
        }
        if (row.name("TABLE_TYPE").equals("BASE TABLE")) {
            tables.put(name, new TableBuilder(name).comment(row.text("REMARKS")));
        } else if (row.name("TABLE_TYPE").equals("VIEW")) {
            views.put(name, row);
        }
    }

    private void columns() throws SQLException {
        for (CatalogRow row : inspector.columns(catalog)) {
            QualifiedName name = catalog.table(row);
            TableBuilder table = tables.get(name);
            if (views.containsKey(name)) {
                viewColumns.computeIfAbsent(name, view -> new ArrayList<>())
                        .add(new Identifier(row.name("COLUMN_NAME")));
            } else if (table != null) {
                table.column(column(row, inspector.dialect.types().parse(inspector.typeText(row))));
            }
        }
    }

    private Column column(CatalogRow row, DataType type) {
        String value = row.text("COLUMN_DEFAULT");
        String computed = row.text("GENERATION_EXPRESSION");
        boolean identity = row.flag("IS_IDENTITY");
        return new Column(
                new Identifier(row.name("COLUMN_NAME")),
                type,
                row.flag("IS_NULLABLE"),
                value == null || computed != null || identity ? null : inspector.defaultValue(value, type),
                identity ? identity(row) : null,
                computed == null ? null : new Generated(inspector.sql(computed), true),
                row.text("REMARKS"),
                Options.NONE);
    }

    private static Identity identity(CatalogRow row) {
        return new Identity(
                "ALWAYS".equals(row.text("IDENTITY_GENERATION")),
                row.number("IDENTITY_START"),
                row.number("IDENTITY_INCREMENT"),
                row.number("IDENTITY_MINIMUM"),
                row.number("IDENTITY_MAXIMUM"),
                row.flag("IDENTITY_CYCLE"),
                row.number("IDENTITY_CACHE"));
    }

    private void constraints() throws SQLException {
        Map<String, List<Identifier>> keys = new HashMap<>();
        Map<String, QualifiedName> owners = new HashMap<>();
        for (CatalogRow row : inspector.keyColumns(catalog)) {
            owners.put(id(row, ""), catalog.table(row));
            keys.computeIfAbsent(id(row, ""), id -> new ArrayList<>()).add(new Identifier(row.name("COLUMN_NAME")));
        }
        Map<String, CatalogRow> details = new HashMap<>();
        for (String view : List.of("REFERENTIAL_CONSTRAINTS", "CHECK_CONSTRAINTS")) {
            catalog.rows(view, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME").forEach(row -> details.put(id(row, ""), row));
        }
        for (CatalogRow row : catalog.rows("TABLE_CONSTRAINTS", "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME")) {
            TableBuilder table = tables.get(catalog.table(row));
            TableConstraint constraint = table == null
                    ? null
                    : constraint(row, keys.getOrDefault(id(row, ""), List.of()), details.get(id(row, "")), keys, owners);
            if (table != null && constraint != null) {
                table.constraint(constraint);
            }
        }
    }

    private static String id(CatalogRow row, String prefix) {
        return row.text(prefix + "CONSTRAINT_SCHEMA") + "\0" + row.text(prefix + "CONSTRAINT_NAME");
    }

    private @Nullable TableConstraint constraint(
            CatalogRow row,
            List<Identifier> columns,
            @Nullable CatalogRow details,
            Map<String, List<Identifier>> keys,
            Map<String, QualifiedName> owners) {
        Identifier name = inspector.constraintName(row.name("CONSTRAINT_NAME"));
        Deferrability deferrability = !row.flag("IS_DEFERRABLE")
                ? Deferrability.NOT_DEFERRABLE
                : row.flag("INITIALLY_DEFERRED") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
        return switch (row.name("CONSTRAINT_TYPE")) {
            case "PRIMARY KEY" -> new PrimaryKey(name, columns, deferrability, Options.NONE);
            case "UNIQUE" -> new UniqueConstraint(name, columns, deferrability, Options.NONE);
            case "CHECK" ->
                details == null
                        ? null
                        : new CheckConstraint(
                                name, inspector.sql(details.name("CHECK_CLAUSE")), deferrability, true, Options.NONE);
            case "FOREIGN KEY" ->
                details == null
                        ? null
                        : new dev.retort.schema.ForeignKey(
                                name,
                                columns,
                                owners.get(id(details, "UNIQUE_")),
                                keys.getOrDefault(id(details, "UNIQUE_"), List.of()),
                                action(details.text("DELETE_RULE")),
                                action(details.text("UPDATE_RULE")),
                                match(details.text("MATCH_OPTION")),
                                deferrability,
                                true,
                                Options.NONE);
            default -> null;
        };
    }

    private static ReferentialAction action(@Nullable String words) {
        return words == null ? ReferentialAction.NO_ACTION : ReferentialAction.valueOf(words.replace(' ', '_'));
    }

    private static MatchType match(@Nullable String words) {
        return "FULL".equals(words) ? MatchType.FULL : "PARTIAL".equals(words) ? MatchType.PARTIAL : MatchType.SIMPLE;
    }

    private void view(CatalogRow row) {
        QualifiedName name = catalog.table(row);
        CatalogRow table = views.get(name);
        String query = row.text("VIEW_DEFINITION");
        if (table != null && query == null) {
            findings.add(Finding.warning(
                            ErrorCode.DATABASE_REFUSED, "The database does not tell the query of view " + name + ".")
                    .about(name.toString()));
        } else if (table != null) {
            List<Identifier> columns = viewColumns.getOrDefault(name, List.of());
            schema.view(new View(name, columns, inspector.sql(query), false, table.text("REMARKS"), Options.NONE));
        }
    }

    private Sequence sequence(CatalogRow row) {
        return new Sequence(
                catalog.name(row.name("SEQUENCE_SCHEMA"), row.name("SEQUENCE_NAME")),
                inspector.dialect.types().parse(inspector.typeText(row)),
                row.number("START_VALUE"),
                row.number("INCREMENT"),
                row.number("MINIMUM_VALUE"),
                row.number("MAXIMUM_VALUE"),
                row.flag("CYCLE_OPTION"),
                row.number("CACHE"),
                null,
                row.text("REMARKS"));
    }
}
