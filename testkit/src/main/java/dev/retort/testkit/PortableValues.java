// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.engine.plan.PortableSql;
import dev.retort.schema.DataType;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Checks that portable SQL has the values of {@link PortableCases} on a real database. */
final class PortableValues {

    private static final String ROW = "portable SQL";
    private static final int PRINTED = 20;

    private final DialectHarness harness;
    private final ComplianceReport.Column report;
    private final Dialect dialect;
    private final Schema schema = PortableCases.schema();

    PortableValues(DialectHarness harness, ComplianceReport.Column report) {
        this.harness = harness;
        this.report = report;
        this.dialect = harness.dialect();
    }

    void check() throws Exception {
        PortableSql portable = ServiceLoader.load(PortableSql.class).findFirst().orElseThrow();
        List<String> wrong = new ArrayList<>();
        try (LawSession session = new LawSession(harness);
                Statement statement = session.connection().createStatement()) {
            session.create(exact());
            for (String row : PortableCases.rows()) {
                statement.execute(portable.render(row, dialect, schema));
            }
            for (PortableCases.Case each : PortableCases.all()) {
                String problem = problem(each, portable, statement);
                report.add(ROW, problem == null ? Counts.COMPARED : Counts.FAILED);
                if (problem != null) {
                    wrong.add(problem);
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.size() + " portable texts do not have their value:\n"
                    + String.join("\n", wrong.subList(0, Math.min(PRINTED, wrong.size()))));
        }
    }

    /** The schema with texts that are compared letter by letter. */
    private Schema exact() {
        SchemaBuilder result = new SchemaBuilder();
        TextAttributes text =
                harness.exactCollation().map(TextAttributes::collate).orElse(TextAttributes.DEFAULT);
        for (Table table : schema.tables().values()) {
            result.table(table.toBuilder()
                    .mapColumns(column -> column.type() instanceof DataType.Varchar
                            ? column.withType(text.appliedTo(column.type()))
                            : column)
                    .build());
        }
        return result.build();
    }

    private @Nullable String problem(PortableCases.Case each, PortableSql portable, Statement statement) {
        String sql = each.sql();
        try {
            sql = portable.render(each.sql(), dialect, schema, each.isQuery() ? null : PortableCases.row());
            String query = each.isQuery()
                    ? sql
                    : "SELECT " + sql + " FROM "
                            + dialect.writer().name(PortableCases.row().name());
            List<String> shown = PortableCases.shown(values(statement, query), each.expected());
            return shown.equals(each.expected())
                    ? null
                    : each.sql() + " must be " + each.expected() + " but is " + shown + ": " + sql;
        } catch (SQLException | RetortException refused) {
            return each.sql() + ": " + refused.getMessage() + ": " + sql;
        }
    }

    private static List<@Nullable Object> values(Statement statement, String query) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getObject(1));
            }
        }
        return values;
    }
}
