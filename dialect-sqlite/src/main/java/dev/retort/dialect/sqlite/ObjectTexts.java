// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.Definitions;
import dev.retort.dialect.sqlite.text.CreateIndexText;
import dev.retort.dialect.sqlite.text.CreateTableText;
import dev.retort.dialect.sqlite.text.CreateTriggerText;
import dev.retort.dialect.sqlite.text.ReferenceRenamer;
import dev.retort.dialect.sqlite.text.SchemaText;
import dev.retort.dialect.sqlite.text.SqliteTextException;
import dev.retort.dialect.sqlite.text.TableMentions;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The texts of objects while operations are rendered one after another. A text counts only if it says what the schema
 * says; where it does not (it is stale, or was never read), the text is written from the schema. Not safe for use by
 * several threads.
 */
final class ObjectTexts {

    private final SqliteWords words;
    private final Map<Definitions.Key, String> texts;
    private final Map<Trigger.Key, String> ownTriggers = new HashMap<>();

    ObjectTexts(SqliteWords words, Definitions definitions) {
        this.words = words;
        this.texts = new HashMap<>(definitions.texts());
    }

    /** Changes every text that was read. */
    void replace(UnaryOperator<String> change) {
        texts.replaceAll((key, text) -> {
            try {
                return change.apply(text);
            } catch (SqliteTextException unreadable) {
                return text;
            }
        });
    }

    /** Follows a rename of a table that SQLite does itself. */
    void renameTable(QualifiedName table, Identifier to, Schema before) {
        String from = table.name().value();
        ReferenceRenamer renamer = renamer(before);
        for (Trigger trigger : words.canonical.triggers(before)) {
            String own = ownTrigger(trigger);
            ownTriggers.remove(trigger.key());
            boolean onTable = SqliteCanonical.same(trigger.table().name(), table.name());
            ownTriggers.put(
                    (onTable ? trigger.withTable(table.sibling(to)) : trigger).key(),
                    TableMentions.mentions(own, from)
                            ? renamer.renameTable(own, from, to.value()).text()
                            : own);
        }
        replace(text -> TableMentions.mentions(text, from)
                ? renamer.renameTable(text, from, to.value()).text()
                : text);
        String own = texts.remove(new Definitions.Key(ObjectKind.TABLE, table));
        if (own != null) {
            put(ObjectKind.TABLE, table.sibling(to), own);
        }
    }

    void forgetTrigger(Identifier name) {
        ownTriggers.keySet().removeIf(key -> SqliteCanonical.same(key.name(), name));
        texts.keySet()
                .removeIf(key -> key.kind() == ObjectKind.TRIGGER
                        && SqliteCanonical.same(key.name().name(), name));
    }

    /** After SQL of which nothing is known, what was read may be out of date even where it says the same. */
    void forgetOwn() {
        ownTriggers.clear();
    }

    void put(ObjectKind kind, QualifiedName name, String text) {
        texts.put(new Definitions.Key(kind, name), text);
    }

    /** The text of a table in canonical form. */
    String table(Table table, Schema schema) {
        return parsed(ObjectKind.TABLE, table.name(), CreateTableText.class)
                .filter(text -> says(text, table, schema))
                .map(CreateTableText::text)
                .orElseGet(() -> words.tables.table(table, "CREATE TABLE"));
    }

    private boolean says(CreateTableText text, Table table, Schema schema) {
        Table read = words.canonical.table(words.reader.table(text), schema);
        return read.toBuilder().indexes(table.indexes()).build().equals(table);
    }

    /** The text of an index in canonical form. */
    String index(Table table, Index index) {
        QualifiedName name = table.name().sibling(name(index));
        return parsed(ObjectKind.INDEX, name, CreateIndexText.class)
                .filter(text -> text.table().is(table.name().name().value())
                        && words.canonical
                                .index(ObjectReader.index(text), table)
                                .equals(index))
                .map(CreateIndexText::text)
                .orElseGet(() -> words.objects.index(table.name(), index, false));
    }

    static Identifier name(Index index) {
        Identifier name = index.name();
        if (name == null) {
            throw new IllegalArgumentException("index must have a name, but was " + index);
        }
        return name;
    }

    /** The text of a trigger in canonical form. */
    String trigger(Trigger trigger) {
        return parsed(ObjectKind.TRIGGER, trigger.table().sibling(trigger.name()), CreateTriggerText.class)
                .filter(text -> CanonicalObjects.trigger(ObjectReader.trigger(text), trigger.table())
                        .equals(trigger))
                .map(CreateTriggerText::text)
                .orElseGet(() -> words.objects.trigger(trigger, false));
    }

    /** The text of a trigger that this rendering renamed a column in, else as for {@link #trigger}. */
    String ownTrigger(Trigger trigger) {
        String own = ownTriggers.get(trigger.key());
        return own == null ? trigger(trigger) : own;
    }

    void putOwnTrigger(Trigger trigger, String text) {
        ownTriggers.put(trigger.key(), text);
    }

    private <T extends SchemaText> Optional<T> parsed(ObjectKind kind, QualifiedName name, Class<T> form) {
        String text = texts.get(new Definitions.Key(kind, name));
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(SchemaText.parse(text)).filter(form::isInstance).map(form::cast);
        } catch (SqliteTextException unreadable) {
            return Optional.empty();
        }
    }

    /** A text with a column of a table renamed wherever it is named. */
    static String renamed(String text, QualifiedName table, ColumnTrail.Rename rename, Schema schema) {
        return renamer(schema)
                .renameColumn(
                        text,
                        table.name().value(),
                        rename.from().value(),
                        rename.to().value())
                .text();
    }

    private static ReferenceRenamer renamer(Schema schema) {
        return new ReferenceRenamer(
                name -> SqliteCanonical.find(QualifiedName.of(name), schema).map(ObjectTexts::names));
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).map(Identifier::value).toList();
    }
}
