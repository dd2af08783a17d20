// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Definitions;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.Identifier;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a database by a fixed number of queries to the information schema, however many tables, columns, indexes and
 * constraints there are. What no catalogue tells is asked for by {@code SHOW CREATE}, object by object: routines, events and
 * sequences; MySQL's views and those triggers whose text has quotes; MariaDB's views with constants; and tables with a
 * default of bytes, a full-text index where there is a parser for one, or MariaDB's {@code SYSTEM_TIME} partitions. As the
 * text of a table it gives the names that the server made up, which the model leaves out.
 */
final class MysqlInspector implements Inspector {

    private final Flavor flavor;

    MysqlInspector(Flavor flavor) {
        this.flavor = flavor;
    }

    @Override
    public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
        Rows rows = new Rows(connection);
        Rows.Row home = rows
                .list("SELECT DATABASE() AS name, s.default_collation_name AS collation, CURRENT_USER() AS user,"
                        + " @@SESSION.sql_mode AS modes"
                        + " FROM information_schema.schemata s WHERE s.schema_name = DATABASE()")
                .stream()
                .findFirst()
                .orElse(null);
        List<String> schemas = new ArrayList<>();
        if (home != null) {
            schemas.add(home.text("name"));
        }
        scope.namespaces().stream()
                .map(Identifier::value)
                .filter(name -> !schemas.contains(name))
                .toList()
                .forEach(schemas::add);
        if (schemas.isEmpty()) {
            return new Inspection(Schema.EMPTY, Definitions.NONE, List.of());
        }
        String database = home == null ? "" : home.text("name");
        Map<String, String> collations = new HashMap<>();
        SchemaBuilder schema = new SchemaBuilder();
        if (!scope.namespaces().isEmpty()) {
            for (Rows.Row row : rows.of(
                    "SELECT schema_name, default_collation_name FROM information_schema.schemata"
                            + " WHERE schema_name IN %s",
                    schemas)) {
                String name = row.text("schema_name");
                if (!name.equals(database)) {
                    schema.namespaces().add(new Identifier(name));
                    collations.put(name, row.text("default_collation_name"));
                }
            }
        }
        Names names = new Names(database, collations, scope);
        TableReader tables = new TableReader(flavor, rows, schemas, names);
        tables.read().forEach(schema::table);
        Header header = home == null ? header(rows) : new Header(home.text("user"), home.text("modes"));
        new ObjectReader(flavor, rows, schemas, names, header).read(schema);
        Schema raw = schema.build();
        MysqlCanonical canonical = new MysqlCanonical(flavor, home == null ? null : home.text("collation"));
        return new Inspection(canonical.schema(raw), definitions(raw, canonical), List.of());
    }

    private static Header header(Rows rows) throws SQLException {
        Rows.Row row = rows.list("SELECT CURRENT_USER() AS user, @@SESSION.sql_mode AS modes")
                .get(0);
        return new Header(row.text("user"), row.text("modes"));
    }

    private Definitions definitions(Schema raw, MysqlCanonical canonical) {
        Map<Definitions.Key, String> texts = new HashMap<>();
        for (Table table : raw.tables().values()) {
            List<ServerNames.Pair> pairs = new ArrayList<>();
            table.constraints()
                    .filter(constraint -> constraint.kind() != dev.retort.schema.ConstraintKind.PRIMARY_KEY)
                    .filter(constraint -> ServerNames.isGiven(constraint, table, flavor.isMariaDb()))
                    .forEach(constraint -> pairs.add(new ServerNames.Pair(
                            ServerNames.part(canonical.constraint(constraint, table, raw)),
                            String.valueOf(constraint.name()))));
            table.indexes().stream()
                    .filter(index -> MysqlCanonical.isOfForeignKey(canonical.index(index, table.options()), table))
                    .forEach(index ->
                            pairs.add(new ServerNames.Pair(ServerNames.part(index), String.valueOf(index.name()))));
            texts.put(new Definitions.Key(ObjectKind.TABLE, table.name()), new ServerNames(pairs).text());
        }
        return new Definitions(texts);
    }

    /** Names of the database that the session is in have no namespace. */
    record Names(String database, Map<String, String> collations, InspectionScope scope) {

        /** The collation of a table, or nothing if it is that of another database that it is in. */
        String collation(String schema, String collation) {
            return collation.equals(collations.get(schema)) ? "" : collation;
        }

        QualifiedName of(String schema, String name) {
            return schema.equals(database)
                    ? QualifiedName.of(name)
                    : new QualifiedName(new Identifier(schema), new Identifier(name));
        }

        boolean isWanted(QualifiedName name) {
            return scope.tables().test(name);
        }

        /** The server writes the database before each name. */
        String withoutDatabase(String sql) {
            if (!sql.contains("`.")) {
                return sql;
            }
            StringBuilder text = new StringBuilder();
            List<Token> tokens = Lexer.read(sql);
            int copied = 0;
            for (int i = 0; i + 1 < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean first = i == 0 || !tokens.get(i - 1).isSymbol(".");
                if (first
                        && token.kind() == Token.Kind.NAME
                        && token.value().equals(database)
                        && tokens.get(i + 1).isSymbol(".")) {
                    text.append(sql, copied, token.start());
                    copied = tokens.get(i + 1).end();
                }
            }
            return text.append(sql.substring(copied)).toString();
        }
    }
}
