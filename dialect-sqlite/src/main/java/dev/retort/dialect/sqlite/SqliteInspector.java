// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.sqlite.text.CreateIndexText;
import dev.retort.dialect.sqlite.text.CreateTableText;
import dev.retort.dialect.sqlite.text.CreateTriggerText;
import dev.retort.dialect.sqlite.text.CreateViewText;
import dev.retort.dialect.sqlite.text.CreateVirtualTableText;
import dev.retort.dialect.sqlite.text.SchemaText;
import dev.retort.dialect.sqlite.text.SqliteName;
import dev.retort.dialect.sqlite.text.SqliteTextException;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a SQLite database with two queries: the texts of all objects, and the names of the shadow tables that belong to
 * virtual ones. The texts say more than the pragmas do (names of constraints, checks, comments, ON CONFLICT).
 */
final class SqliteInspector implements Inspector {

    private static final String TEXTS =
            "SELECT name, nullif(tbl_name, name), sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";
    private static final String SHADOWS =
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'";

    /** Up to so many texts, other threads are not worth their start. */
    private static final int FEW = 200;

    private final SqliteWords words;

    SqliteInspector(SqliteWords words) {
        this.words = words;
    }

    @Override
    public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
        Reading reading = new Reading();
        List<Stored> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            Set<String> shadows = new HashSet<>();
            try (ResultSet rows = statement.executeQuery(SHADOWS)) {
                while (rows.next()) {
                    shadows.add(SqliteName.fold(rows.getString(1)));
                }
            }
            try (ResultSet rows = statement.executeQuery(TEXTS)) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    String other = rows.getString(2);
                    String owner = other == null ? name : other;
                    String folded = SqliteName.fold(owner);
                    if (!folded.startsWith("sqlite_") && !shadows.contains(folded)) {
                        texts.add(new Stored(name, owner, rows.getString(3)));
                    }
                }
            }
        }
        several(texts)
                .filter(text -> scope.tables().test(QualifiedName.of(text.owner())))
                .map(SqliteInspector::read)
                .toList()
                .forEach(reading::add);
        return reading.result();
    }

    /** Texts are read one by one, each by itself: of many, several at a time. */
    private static <T> Stream<T> several(Collection<T> texts) {
        return texts.size() > FEW ? texts.parallelStream() : texts.stream();
    }

    /** A text as the database keeps it. */
    private record Stored(String name, String owner, String sql) {}

    /** What a text says or makes, or why it cannot be read. */
    private record Read<T>(@Nullable T result, List<Finding> findings) {

        static <T> Read<T> of(String name, Supplier<T> reader) {
            try {
                return new Read<>(reader.get(), List.of());
            } catch (SqliteTextException | IllegalArgumentException unreadable) {
                Finding finding = Finding.warning(
                                ErrorCode.DATABASE_REFUSED,
                                "The definition of " + name + " cannot be read: " + unreadable.getMessage())
                        .about(name);
                return new Read<>(null, List.of(finding));
            }
        }
    }

    private static Read<SchemaText> read(Stored stored) {
        return Read.of(stored.name(), () -> SchemaText.parse(stored.sql()));
    }

    /** One reading of a database. */
    private final class Reading {

        private final SchemaBuilder schema = new SchemaBuilder();
        private final Map<Definitions.Key, String> texts = new HashMap<>();
        private final List<CreateTableText> tables = new ArrayList<>();
        private final Map<String, List<Index>> indexes = new HashMap<>();
        private final Map<QualifiedName, Trigger> triggers = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        void add(Read<SchemaText> read) {
            findings.addAll(read.findings());
            if (read.result() != null) {
                add(read.result());
            }
        }

        private void add(SchemaText text) {
            QualifiedName name = QualifiedName.of(text.name().name());
            if (text instanceof CreateTableText table) {
                tables.add(table);
            } else if (text instanceof CreateIndexText index) {
                indexes.computeIfAbsent(SqliteName.fold(index.table().name()), key -> new ArrayList<>())
                        .add(ObjectReader.index(index));
                texts.put(new Definitions.Key(ObjectKind.INDEX, name), text.text());
            } else if (text instanceof CreateViewText view) {
                schema.view(ObjectReader.view(view));
                texts.put(new Definitions.Key(ObjectKind.VIEW, name), text.text());
            } else if (text instanceof CreateTriggerText trigger) {
                triggers.put(name, ObjectReader.trigger(trigger));
                texts.put(new Definitions.Key(ObjectKind.TRIGGER, name), text.text());
            } else if (text instanceof CreateVirtualTableText virtual) {
                schema.other(ObjectReader.virtualTable(virtual));
                texts.put(new Definitions.Key(ObjectKind.OTHER, name), text.text());
            }
        }

        Inspection result() {
            List<Read<Table>> made = several(tables).map(this::table).toList();
            for (int i = 0; i < made.size(); i++) {
                Table table = made.get(i).result();
                findings.addAll(made.get(i).findings());
                if (table != null) {
                    schema.table(table);
                    texts.put(
                            new Definitions.Key(ObjectKind.TABLE, table.name()),
                            tables.get(i).text());
                }
            }
            triggers.values().forEach(schema::trigger);
            return new Inspection(words.canonical.schema(schema.build()), new Definitions(texts), findings);
        }

        private Read<Table> table(CreateTableText text) {
            String name = text.name().name();
            List<Index> own = indexes.getOrDefault(SqliteName.fold(name), List.of());
            return Read.of(name, () -> words.reader.table(text, own));
        }
    }
}
