// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.Statement;
import dev.retort.dialect.mysql.MariadbDialectProvider;
import dev.retort.dialect.mysql.MysqlDialectProvider;
import dev.retort.dialect.postgres.PostgresDialectProvider;
import dev.retort.dialect.sqlite.SqliteDialectProvider;
import dev.retort.engine.Direction;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.plan.Plan;
import dev.retort.engine.plan.PreparedPlan;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.Rehearsal;
import dev.retort.engine.plan.RenderedRun;
import dev.retort.engine.plan.StepRenderer;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.run.Moves;
import dev.retort.engine.script.Formats;
import dev.retort.engine.script.Migrations;
import dev.retort.javaformat.JavaMigrationFormat;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.Operation;
import dev.retort.project.ProjectSettings;
import dev.retort.yaml.YamlMigrationFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the page that shows what each server receives for the music store; no server is asked. */
final class MusicStorePage {

    private static final Set<String> ROWS = Set.of("insert_rows", "update_rows", "delete_rows");
    private static final int LONGEST = 90;

    /** One operation, or several that a dialect may do at once, with what becomes of them on each server. */
    private record Row(SourceLocation place, String operations, Map<String, String> statements) {}

    private final RetortConfig config;
    private final Migrations migrations;
    private final Map<String, Dialect> servers = new LinkedHashMap<>();

    MusicStorePage(Path folder) {
        this.config = RetortConfig.builder(ProjectSettings.defaults(folder))
                .classLoader(Main.class.getClassLoader())
                .build();
        this.migrations = Migrations.read(
                config.project(),
                new Formats(List.of(new YamlMigrationFormat(), new JavaMigrationFormat())),
                config.classLoader());
        SqliteDialectProvider sqlite = new SqliteDialectProvider();
        servers.put("SQLite", sqlite.dialect(sqlite.defaultVersion()));
        servers.put("PostgreSQL", new PostgresDialectProvider().dialect(new ServerVersion(18, 0, 0, "PostgreSQL")));
        servers.put("MySQL", new MysqlDialectProvider().dialect(new ServerVersion(9, 7, 0, "MySQL")));
        servers.put("MariaDB", new MariadbDialectProvider().dialect(new ServerVersion(11, 4, 0, "MariaDB")));
    }

    /** {@return a section for each revision, with a table} */
    String sections() {
        Map<String, List<Row>> revisions = new LinkedHashMap<>();
        servers.forEach((server, dialect) -> add(server, dialect, revisions));
        StringBuilder page = new StringBuilder();
        revisions.forEach((revision, rows) -> {
            page.append("\n## ").append(revision).append("\n\n");
            if (rows.isEmpty()) {
                page.append("Rows alone.\n");
                return;
            }
            page.append("| operation | server | what it receives |\n|---|---|---|\n");
            rows.stream()
                    .sorted(Comparator.comparing(row -> row.place().line()))
                    .forEach(row -> page.append(lines(row)));
        });
        return page.toString();
    }

    private void add(String server, Dialect dialect, Map<String, List<Row>> revisions) {
        Plan plan = new Moves(migrations.graph()).plan(Direction.UPGRADE, "head", VersionRows.NONE);
        PreparedPlan prepared =
                new Rehearsal(config, migrations, dialect).prepare(plan).orThrow();
        StepRenderer renderer = StepRenderer.offline(dialect, prepared.start());
        for (PreparedStep step : prepared.steps()) {
            String title = step.header().id() + ": " + step.header().message();
            List<Row> rows = revisions.computeIfAbsent(title, key -> new ArrayList<>());
            for (RenderedRun run : renderer.render(step.operations())) {
                List<Operation> operations = run.operations().stream()
                        .map(lowered -> lowered.operation())
                        .toList();
                if (operations.stream().allMatch(operation -> ROWS.contains(operation.keyword()))) {
                    continue;
                }
                SourceLocation place = run.operations().get(0).location();
                row(place, described(operations), rows).statements().put(server, cell(run.statements()));
            }
        }
    }

    /** Conditions may leave an operation out for some servers, so that its place tells it. */
    private static Row row(SourceLocation place, String operations, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.place().equals(place))
                .findFirst()
                .orElseGet(() -> {
                    rows.add(new Row(place, operations, new LinkedHashMap<>()));
                    return rows.get(rows.size() - 1);
                });
    }

    private static String described(List<Operation> operations) {
        return operations.stream().map(MusicStorePage::described).collect(Collectors.joining("<br>"));
    }

    private static String described(Operation operation) {
        String about = operation.footprint().writes().stream()
                .map(ObjectRef::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return "`" + operation.keyword() + "`" + (about.isEmpty() ? "" : " " + about);
    }

    /** A line of the table for each group of servers that receive the same. */
    private static String lines(Row row) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        row.statements()
                .forEach((server, sql) ->
                        groups.computeIfAbsent(sql, key -> new ArrayList<>()).add(server));
        StringBuilder lines = new StringBuilder();
        groups.forEach((sql, group) -> {
            String operations = lines.isEmpty() ? row.operations() : "";
            lines.append("| " + operations + " | " + String.join(", ", group) + " | " + sql + " |\n");
        });
        return lines.toString();
    }

    private static String cell(List<Statement> statements) {
        return statements.isEmpty()
                ? "nothing"
                : statements.stream().map(MusicStorePage::cell).collect(Collectors.joining("<br>"));
    }

    private static String cell(Statement statement) {
        if (statement instanceof Statement.Code code) {
            return "Java: " + code.description();
        }
        if (statement instanceof Statement.Assertion assertion) {
            return code(assertion.query()) + " must give no row";
        }
        return code(statement instanceof Statement.SessionSetting setting ? setting.set() : sql(statement));
    }

    private static String sql(Statement statement) {
        return statement instanceof Statement.Sql sql ? sql.sql() : statement.toString();
    }

    /** On one line; an INSERT of constants without most of its rows. */
    private static String code(String sql) {
        String line = sql.strip().replaceAll("\\s*\\n\\s*", " ").replace("|", "\\|");
        int values = line.startsWith("INSERT INTO") ? line.indexOf(" VALUES ") : -1;
        return "`` " + (values > 0 && line.length() > LONGEST ? line.substring(0, values + 8) + "..." : line) + " ``";
    }
}
