// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Quote;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import java.sql.SQLException;
import java.util.List;

/** Reads what is no table: views, triggers, routines, events and sequences. */
record ObjectReader(Flavor flavor, Rows rows, List<String> schemas, MysqlInspector.Names names, Header header) {

    void read(SchemaBuilder schema) throws SQLException {
        new ViewReader(flavor, rows, schemas, names, header).read(schema);
        new TriggerReader(flavor, rows, schemas, names, header).read(schema);
        new RoutineReader(rows, schemas, names, header).read(schema);
        new EventReader(rows, schemas, names, header).read(schema);
        if (flavor.isMariaDb()) {
            sequences(schema);
        }
    }

    /** What a sequence says of itself is in the sequence alone. */
    private void sequences(SchemaBuilder schema) throws SQLException {
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema IN %s"
                        + " AND table_type = 'SEQUENCE' ORDER BY table_name",
                schemas)) {
            QualifiedName name = names.of(row.text("table_schema"), row.text("table_name"));
            if (!names.isWanted(name)) {
                continue;
            }
            String quoted = Quote.name(row.text("table_schema")) + "." + Quote.name(row.text("table_name"));
            for (Rows.Row text : rows.list("SHOW CREATE SEQUENCE " + quoted)) {
                schema.other(new OtherObject(
                        name,
                        "sequence",
                        SqlText.verbatim(text.text("create table")),
                        SqlText.verbatim("DROP SEQUENCE " + Quote.name(row.text("table_name")))));
            }
        }
    }
}
