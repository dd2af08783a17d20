// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.Finding;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes tables and views of what the catalogue says. */
final class TableReader {

    private final Reader reader;
    private final ColumnReader columns;
    private final Map<Long, TableBuilder> tables = new LinkedHashMap<>();
    private final Map<Long, Options> options = new LinkedHashMap<>();
    private final Map<Long, List<String>> policies = new LinkedHashMap<>();
    private final Map<Long, IndexRow> indexes = new LinkedHashMap<>();
    private final List<Long> attached = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    TableReader(Reader reader, PostgresTypes types) {
        this.reader = reader;
        this.columns = new ColumnReader(reader, types);
    }

    List<Finding> findings() {
        return findings;
    }

    void relation(ResultSet row) throws SQLException {
        QualifiedName name = reader.name(row.getString("nspname"), row.getString("relname"));
        if (!reader.wants(name)) {
            return;
        }
        String kind = row.getString("relkind");
        if (kind.equals("v") || kind.equals("m")) {
            views.add(view(name, row, kind.equals("m")));
            return;
        }
        long oid = row.getLong("oid");
        tables.put(oid, new TableBuilder(name).comment(row.getString("comment")));
        options.put(oid, tableOptions(row));
    }

    private static View view(QualifiedName name, ResultSet row, boolean materialized) throws SQLException {
        Options own = materialized ? storage(row) : Options.NONE;
        List<String> others = new ArrayList<>();
        for (String option : Reader.list(row, "reloptions")) {
            String[] sides = option.split("=", 2);
            switch (sides[0]) {
                case PostgresOptions.SECURITY_BARRIER, PostgresOptions.SECURITY_INVOKER ->
                    own = own.with(PostgresOptions.DIALECT, sides[0], isTrue(sides[1]));
                case PostgresOptions.CHECK_OPTION -> own = own.with(PostgresOptions.DIALECT, sides[0], sides[1]);
                default -> others.add(option);
            }
        }
        if (!others.isEmpty()) {
            own = own.with(PostgresOptions.DIALECT, PostgresOptions.WITH, others);
        }
        SqlText query = SqlText.verbatim(Reader.text(row, "query"));
        return new View(name, List.of(), query, materialized, row.getString("comment"), own);
    }

    private static boolean isTrue(String value) {
        return value.equals("true") || value.equals("on") || value.equals("1");
    }

    /** Tablespace and access method. */
    static Options storage(ResultSet row) throws SQLException {
        Options own = Options.NONE;
        String tablespace = row.getString("spcname");
        if (tablespace != null) {
            own = own.with(PostgresOptions.DIALECT, PostgresOptions.TABLESPACE, tablespace);
        }
        String method = row.getString("amname");
        return method == null ? own : own.with(PostgresOptions.DIALECT, PostgresOptions.USING, method);
    }

    static Options parameters(Options options, ResultSet row) throws SQLException {
        List<String> parameters = Reader.list(row, "reloptions");
        return parameters.isEmpty() ? options : options.with(PostgresOptions.DIALECT, PostgresOptions.WITH, parameters);
    }

    private static Options tableOptions(ResultSet row) throws SQLException {
        Options own = parameters(storage(row), row);
        List<String> parents = Reader.list(row, "parents");
        String key = row.getString("partkey");
        String bound = row.getString("bound");
        if (key != null) {
            own = own.with(PostgresOptions.DIALECT, PostgresOptions.PARTITION_BY, key);
        }
        if (bound != null) {
            own = own.with(PostgresOptions.DIALECT, PostgresOptions.PARTITION_OF, parents.get(0) + " " + bound);
        } else if (!parents.isEmpty()) {
            own = own.with(PostgresOptions.DIALECT, PostgresOptions.INHERITS, parents);
        }
        return own.with(
                        PostgresOptions.DIALECT,
                        PostgresOptions.UNLOGGED,
                        row.getString("relpersistence").equals("u"))
                .with(PostgresOptions.DIALECT, PostgresOptions.ROW_SECURITY, row.getBoolean("relrowsecurity"))
                .with(
                        PostgresOptions.DIALECT,
                        PostgresOptions.FORCE_ROW_SECURITY,
                        row.getBoolean("relforcerowsecurity"));
    }

    boolean hasPartitions() {
        return options.values().stream()
                .anyMatch(own ->
                        !PostgresOptions.text(own, PostgresOptions.PARTITION_OF).isEmpty());
    }

    void attached(ResultSet row) throws SQLException {
        long oid = row.getLong("oid");
        options.computeIfPresent(oid, (key, own) -> own.with(PostgresOptions.DIALECT, PostgresOptions.ATTACHED, true));
        attached.add(oid);
    }

    /** The partitions that were tables before. */
    List<Long> attached() {
        return attached;
    }

    void column(ResultSet row) throws SQLException {
        TableBuilder table = tables.get(row.getLong("attrelid"));
        if (table != null) {
            table.column(columns.column(row));
        }
    }

    void indexPart(ResultSet row) throws SQLException {
        indexes.computeIfAbsent(row.getLong("indexrelid"), key -> new IndexRow())
                .read(row);
    }

    void constraint(ResultSet row) throws SQLException {
        TableBuilder table = tables.get(row.getLong("conrelid"));
        if (table != null) {
            IndexRow index = indexes.get(row.getLong("index"));
            table.constraint(new ConstraintRow(reader, row).constraint(index));
        }
    }

    void policy(ResultSet row) throws SQLException {
        StringBuilder words =
                new StringBuilder(dev.retort.dialect.postgres.text.Names.quoted(row.getString("polname")));
        if (!row.getBoolean("polpermissive")) {
            words.append(" AS RESTRICTIVE");
        }
        String command = switch (row.getString("polcmd")) {
            case "r" -> " FOR SELECT";
            case "a" -> " FOR INSERT";
            case "w" -> " FOR UPDATE";
            case "d" -> " FOR DELETE";
            default -> "";
        };
        words.append(command);
        if (!Reader.text(row, "roles").equals("PUBLIC")) {
            words.append(" TO ").append(Reader.text(row, "roles"));
        }
        if (row.getString("using_expression") != null) {
            words.append(" USING (").append(row.getString("using_expression")).append(")");
        }
        if (row.getString("check_expression") != null) {
            words.append(" WITH CHECK (")
                    .append(row.getString("check_expression"))
                    .append(")");
        }
        policies.computeIfAbsent(row.getLong("polrelid"), key -> new ArrayList<>())
                .add(words.toString());
    }

    void addTo(SchemaBuilder schema) {
        indexes.values().stream().filter(index -> !index.isOfConstraint()).forEach(index -> {
            TableBuilder table = tables.get(index.table());
            if (table != null && index.isValid()) {
                table.index(index.index());
            } else if (table != null) {
                findings.add(index.finding());
            }
        });
        tables.forEach((oid, table) -> {
            Options own = Objects.requireNonNull(options.get(oid));
            List<String> rules = policies.get(oid);
            table.options(rules == null ? own : own.with(PostgresOptions.DIALECT, PostgresOptions.POLICIES, rules));
            schema.table(table.build());
        });
        views.forEach(schema::view);
    }
}
