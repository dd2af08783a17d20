// SPDX-License-Identifier: Apache-2.0

import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.InspectionScope;
import dev.retort.project.DatabaseUrl;
import dev.retort.schema.Schema;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Times the inspection of many tables, and the database's own client that runs the very queries of the inspector and drops what
 * it reads. Started by {@code inspect-1000.sh}, one empty database a process.
 */
final class InspectionTimes {

    private static final int ROUNDS = 7;

    /** What SQLite itself tells of columns, foreign keys and indexes; its inspector reads the texts instead. */
    private static final String PRAGMAS = """
            SELECT t.name, c.* FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE t.type = 'table';
            SELECT t.name, f.* FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table';
            SELECT t.name, i.*, c.* FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) c
            WHERE t.type = 'table';
            SELECT type, name, tbl_name, sql FROM sqlite_schema;
            """;
    private static final InspectionScope ALL = new InspectionScope(Set.of(), name -> true);

    private InspectionTimes() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseUrl url = DatabaseUrl.parse(arguments[0]);
        int tables = Integer.parseInt(arguments[1]);
        List<String> client = List.of(arguments).subList(2, arguments.length);
        DialectProvider provider = ServiceLoader.load(DialectProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.accepts(url))
                .findFirst()
                .orElseThrow();
        try (Connection connection = provider.connect(url, Path.of("."))) {
            create(connection, tables);
        }
        try (Connection connection = provider.connect(url, Path.of("."))) {
            Dialect dialect = provider.dialect(provider.version(connection));
            long first = milliseconds(() -> inspect(dialect, connection, tables));
            List<String> queries = new ArrayList<>();
            dialect.inspector().inspect(recording(connection, queries), ALL);
            String own = queries.stream().map(query -> query + ";\n").collect(Collectors.joining());
            String name = dialect.id() + " " + dialect.version();
            Step inspection = () -> inspect(dialect, connection, tables);
            compare(name, queries.size(), first, inspection, client, own);
            if (dialect.id().equals("sqlite")) {
                compare("sqlite, by pragmas", 4, first, inspection, client, PRAGMAS);
            }
        }
    }

    private static void compare(String name, int queries, long first, Step inspection, List<String> client, String script)
            throws Exception {
        Path file = Files.createTempFile("catalogue", ".sql");
        try {
            Files.writeString(file, script);
            List<Long> inspector = new ArrayList<>();
            List<Long> bare = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                inspector.add(milliseconds(inspection));
                bare.add(milliseconds(() -> run(client, file)));
            }
            System.out.printf(
                    "%-18s %7d  %6d  %6d  %6d  %6.2f  %6.2f%n",
                    name, queries, first, median(inspector), median(bare),
                    (double) first / median(bare), (double) median(inspector) / median(bare));
        } finally {
            Files.delete(file);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static long milliseconds(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static void inspect(Dialect dialect, Connection connection, int tables) throws Exception {
        Schema read = dialect.inspector().inspect(connection, ALL).schema();
        long complete = read.tables().values().stream()
                .filter(table -> table.columns().size() == 8 && !table.indexes().isEmpty()
                        && table.foreignKeys().size() == 1)
                .count();
        if (complete != tables) {
            throw new IllegalStateException("only " + complete + " of " + tables + " tables were read as they are");
        }
    }

    private static void run(List<String> client, Path file) throws Exception {
        Process process = new ProcessBuilder(client)
                .redirectInput(file.toFile())
                .redirectOutput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the client failed: " + client.get(0));
        }
    }

    /** Eight columns, an index and a foreign key each; a table refers to the one before, the first one to itself. */
    private static void create(Connection connection, int tables) throws Exception {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                String name = "item_%04d".formatted(i);
                statement.execute("CREATE TABLE " + name + " (id BIGINT NOT NULL, parent_id BIGINT, name VARCHAR(80) NOT NULL,"
                        + " note VARCHAR(200), price DECIMAL(12, 2) DEFAULT 0 NOT NULL, amount INTEGER DEFAULT 1 NOT NULL,"
                        + " made_on DATE, changed_at TIMESTAMP NULL, CONSTRAINT pk_" + name + " PRIMARY KEY (id),"
                        + " CONSTRAINT fk_" + name + " FOREIGN KEY (parent_id) REFERENCES item_"
                        + "%04d".formatted(Math.max(0, i - 1)) + " (id))");
                statement.execute("CREATE INDEX ix_" + name + " ON " + name + " (name, made_on)");
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** A connection that writes down what is asked, with the values in the place of their marks. */
    private static Connection recording(Connection connection, List<String> queries) {
        return wrap(Connection.class, connection, (method, given, result) -> {
            if (result instanceof PreparedStatement prepared) {
                List<String> values = new ArrayList<>();
                return wrap(PreparedStatement.class, prepared, (inner, arguments, answer) -> {
                    if (inner.equals("setString")) {
                        values.add(literal(arguments[1]));
                    } else if (inner.equals("setArray")) {
                        values.add(Arrays.stream((Object[]) ((Array) arguments[1]).getArray())
                                .map(value -> '"' + String.valueOf(value).replace("'", "''") + '"')
                                .collect(Collectors.joining(",", "'{", "}'")));
                    } else if (inner.equals("executeQuery")) {
                        queries.add(filled((String) given[0], values));
                    }
                    return answer;
                });
            }
            if (result instanceof Statement statement) {
                return wrap(Statement.class, statement, (inner, arguments, answer) -> {
                    if (inner.equals("executeQuery")) {
                        queries.add((String) arguments[0]);
                    }
                    return answer;
                });
            }
            return result;
        });
    }

    private interface Listener {
        Object after(String method, Object[] arguments, Object result) throws SQLException;
    }

    private static <T> T wrap(Class<T> type, T wrapped, Listener listener) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            try {
                return listener.after(method.getName(), arguments, method.invoke(wrapped, arguments));
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    private static String literal(Object value) {
        return "'" + String.valueOf(value).replace("'", "''") + "'";
    }

    /** No query of an inspector has a question mark but as the mark of a value. */
    private static String filled(String query, List<String> values) {
        String text = query;
        for (String value : values) {
            text = text.replaceFirst("\\?", java.util.regex.Matcher.quoteReplacement(value));
        }
        return text;
    }
}
