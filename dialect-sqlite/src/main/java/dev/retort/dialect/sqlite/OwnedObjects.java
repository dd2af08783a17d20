// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Definitions;
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
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A table or view with the indexes and triggers on it, read from their texts: what can be read without any other one. */
final class OwnedObjects {

    private final List<Consumer<SchemaBuilder>> objects = new ArrayList<>(1);
    private final List<Map.Entry<Definitions.Key, String>> definitions = new ArrayList<>(2);
    private final List<Finding> findings = new ArrayList<>(0);

    /** A text as the database keeps it. */
    record Stored(String name, String sql) {}

    /** What a table or view owns: its name, and the texts of itself and of what is on it. */
    record Owner(String name, List<Stored> texts) {

        OwnedObjects read(TableReader reader) {
            OwnedObjects objects = new OwnedObjects();
            objects.read(texts, reader);
            return objects;
        }
    }

    private OwnedObjects() {}

    /** Adds what has been read to what has been read of others. */
    void addTo(SchemaBuilder schema, Map<Definitions.Key, String> texts, List<Finding> all) {
        objects.forEach(object -> object.accept(schema));
        definitions.forEach(definition -> texts.put(definition.getKey(), definition.getValue()));
        all.addAll(findings);
    }

    private void read(List<Stored> texts, TableReader reader) {
        List<CreateTableText> own = new ArrayList<>(1);
        List<Index> indexes = new ArrayList<>(1);
        for (Stored stored : texts) {
            attempt(stored.name(), () -> {
                SchemaText text = SchemaText.parse(stored.sql());
                if (text instanceof CreateTableText table) {
                    own.add(table);
                } else if (text instanceof CreateIndexText index) {
                    indexes.add(ObjectReader.index(index));
                    define(ObjectKind.INDEX, text);
                } else {
                    add(text);
                }
            });
        }
        for (CreateTableText text : own) {
            attempt(text.name().name(), () -> {
                Table table = reader.table(text, indexes);
                objects.add(schema -> schema.table(table));
                define(ObjectKind.TABLE, text);
            });
        }
    }

    private void add(SchemaText text) {
        if (text instanceof CreateViewText found) {
            View view = ObjectReader.view(found);
            objects.add(schema -> schema.view(view));
            define(ObjectKind.VIEW, text);
        } else if (text instanceof CreateTriggerText found) {
            Trigger trigger = ObjectReader.trigger(found);
            objects.add(schema -> schema.trigger(trigger));
            define(ObjectKind.TRIGGER, text);
        } else if (text instanceof CreateVirtualTableText found) {
            OtherObject virtual = ObjectReader.virtualTable(found);
            objects.add(schema -> schema.other(virtual));
            define(ObjectKind.OTHER, text);
        }
    }

    private void define(ObjectKind kind, SchemaText text) {
        QualifiedName name = QualifiedName.of(text.name().name());
        definitions.add(Map.entry(new Definitions.Key(kind, name), text.text()));
    }

    /** Reads something, or finds why it cannot be read. */
    private void attempt(String name, Runnable reading) {
        try {
            reading.run();
        } catch (SqliteTextException | IllegalArgumentException unreadable) {
            String shown = name.isEmpty() ? SqliteName.quoted(name) : name;
            findings.add(Finding.warning(
                            ErrorCode.DATABASE_REFUSED,
                            "The definition of " + shown + " cannot be read: " + unreadable.getMessage())
                    .about(shown));
        }
    }
}
