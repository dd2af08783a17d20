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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        reader.each(catalogue.columns(), tables::column);
        reader.each(catalogue.indexParts(), tables::indexPart);
        reader.each(catalogue.constraints(), tables::constraint);
        reader.each(catalogue.policies(), tables::policy);
        tables.addTo(schema);
        ObjectReader objects = new ObjectReader(reader, types, schema);
        reader.each(catalogue.sequences(), objects::sequence);
        reader.each(catalogue.enums(), objects::enumType);
        reader.each(catalogue.routines(), objects::routine);
        reader.each(catalogue.triggers(), objects::trigger);
        for (String query : others()) {
            reader.each(query, objects::other);
        }
        List<Finding> findings = new ArrayList<>(tables.findings());
        for (String query : Unread.queries()) {
            reader.each(
                    query,
                    row -> findings.add(Finding.warning(
                                    ErrorCode.UNSUPPORTED,
                                    "The " + row.getString("type") + " '" + row.getString("name")
                                            + "' is not read: the model has no place for it.")
                            .about(row.getString("name"))
                            .withHint("Create it by execute, in a migration of its own.")));
        }
        return new Inspection(canonical.schema(schema.build()), Definitions.NONE, findings);
    }

    private List<String> others() {
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
