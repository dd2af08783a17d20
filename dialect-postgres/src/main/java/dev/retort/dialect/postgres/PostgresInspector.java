// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.ServerVersion;
import dev.retort.schema.Identifier;
import dev.retort.schema.SchemaBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a PostgreSQL database with one query for each kind of object, however many there are. */
final class PostgresInspector implements Inspector {

    private final ServerVersion version;
    private final PostgresTypes types;
    private final PostgresCanonical canonical;

    PostgresInspector(ServerVersion version, PostgresTypes types, PostgresCanonical canonical) {
        this.version = version;
        this.types = types;
        this.canonical = canonical;
    }

    @Override
    public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
        Reader reader = new Reader(connection, scope);
        Catalogue catalogue = new Catalogue(version);
        SchemaBuilder schema = new SchemaBuilder();
        reader.each(catalogue.namespaces(), row -> {
            String name = row.getString(1);
            if (!reader.isHome(name)) {
                schema.namespaces().add(new Identifier(name));
            }
        });
        TableReader tables = new TableReader(reader, types);
        reader.each(catalogue.relations(), tables::relation);
        if (tables.hasPartitions()) {
            reader.each(catalogue.attached(), tables::attached);
        }
        reader.each(catalogue.columns(), tables.attached(), tables::column);
        reader.each(catalogue.indexParts(), tables.attached(), tables::indexPart);
        reader.each(catalogue.constraints(), tables.attached(), tables::constraint);
        ObjectReader objects = new ObjectReader(reader, types, schema);
        List<Finding> unread = new ArrayList<>();
        Map<Guarded, Reader.Row> others = new LinkedHashMap<>();
        others.put(Guarded.by("pg_policy", catalogue.policies()), tables::policy);
        others.put(Guarded.by("pg_class", "g.relkind = 'S'", catalogue.sequences()), objects::sequence);
        others.put(Guarded.by("pg_type", "g.typtype = 'e'", catalogue.enums()), objects::enumType);
        others.put(Guarded.by("pg_proc", catalogue.routines()), objects::routine);
        others.put(Guarded.by("pg_trigger", "NOT g.tgisinternal", catalogue.triggers()), objects::trigger);
        others().forEach(query -> others.put(query, objects::other));
        Unread.queries().forEach(query -> others.put(query, row -> unread.add(unread(row))));
        if (Engine.of(version).numbersObjectsOfUsersLast()) {
            reader.promising(others);
        } else {
            for (Map.Entry<Guarded, Reader.Row> query : others.entrySet()) {
                reader.each(query.getKey().sql(), query.getValue());
            }
        }
        tables.addTo(schema);
        List<Finding> findings = new ArrayList<>(tables.findings());
        findings.addAll(unread);
        return new Inspection(canonical.schema(schema.build()), Definitions.NONE, findings);
    }

    private static Finding unread(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return Finding.warning(
                        ErrorCode.UNSUPPORTED,
                        "The " + row.getString("type") + " '" + name + "' is not read: the model has no place for it.")
                .about(name)
                .withHint("Create it by execute, in a migration of its own.");
    }

    private List<Guarded> others() {
        return Stream.of(
                        new OtherCatalogue(version).queries(),
                        new TypeCatalogue(version).queries(),
                        OperatorCatalogue.queries(),
                        new DatabaseCatalogue(version).queries(),
                        new ForeignCatalogue(version).queries(),
                        new SettingCatalogue(version).queries())
                .flatMap(List::stream)
                .toList();
    }
}
