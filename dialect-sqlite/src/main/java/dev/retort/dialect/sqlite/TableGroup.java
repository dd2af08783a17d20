// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.sqlite.text.CreateIndexText;
import dev.retort.dialect.sqlite.text.CreateTableText;
import dev.retort.dialect.sqlite.text.SchemaText;
import dev.retort.dialect.sqlite.text.TableMentions;
import dev.retort.dialect.sqlite.text.TableTextEditor;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.Batch.Recreate;
import dev.retort.operation.Operation;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operations on one table that are done together. Not safe for use by several threads. */
final class TableGroup {

    private final QualifiedName table;
    private final Schema before;
    private final SourceLocation location;
    private final Recreate recreate;
    private final ColumnTrail trail;
    private final Map<Identifier, Map<String, String>> values = new HashMap<>();
    private Schema after;
    private boolean validated = true;

    TableGroup(QualifiedName table, PlacedOperation first, Recreate recreate) {
        this.table = table;
        this.before = first.before();
        this.after = first.after();
        this.location = first.location();
        this.recreate = recreate;
        this.trail = new ColumnTrail(SqliteCanonical.find(table, before).orElse(null));
    }

    QualifiedName table() {
        return table;
    }

    Recreate recreate() {
        return recreate;
    }

    SourceLocation location() {
        return location;
    }

    Schema before() {
        return before;
    }

    boolean collides(Operation operation) {
        return trail.collides(operation);
    }

    void add(Operation operation, Schema schemaAfter) {
        trail.follow(operation);
        after = schemaAfter;
        ForeignKey key = operation instanceof AddForeignKey add
                ? add.foreignKey()
                : operation instanceof AddColumn add ? add.references() : null;
        validated &= key == null || key.validated();
    }

    void renameValue(Identifier column, String from, String to) {
        values.put(column, Map.of(from, to));
    }

    /** The renames that SQLite does before everything else. */
    List<ColumnTrail.Rename> renames() {
        return trail.renames();
    }

    /**
     * The change as a whole. The texts have the renames in them afterwards.
     *
     * @param earlier renames of columns of this table in operations before these, which the schema may not have followed
     *                into expressions
     */
    TableChange change(SqliteWords words, ObjectTexts texts, List<ColumnTrail.Rename> earlier) {
        Table old = SqliteCanonical.find(table, before).orElseThrow(() -> unknown(table));
        Table now = SqliteCanonical.find(table, after).orElseThrow(() -> unknown(table));
        Table canonical = words.canonical.table(old, before);
        String text = texts.table(canonical, before);
        for (ColumnTrail.Rename rename : trail.renames()) {
            text = TableTextEditor.of(CreateTableText.parse(text))
                    .renameColumn(rename.from().value(), rename.to().value())
                    .table()
                    .text();
        }
        Table base = canonical;
        if (!trail.renames().isEmpty()) {
            base = renamed(words, texts, canonical, text);
        }
        List<ColumnTrail.Rename> renames = new ArrayList<>(earlier);
        renames.addAll(trail.renames());
        Table target = ExpressionRenames.apply(words.canonical.table(now, after), renames);
        return new TableChange(base, text, target, trail, before, after, recreate, values, validated);
    }

    private Table renamed(SqliteWords words, ObjectTexts texts, Table canonical, String text) {
        List<Index> indexes = new ArrayList<>();
        Map<QualifiedName, String> renamedTexts = new HashMap<>();
        for (Index index : canonical.indexes()) {
            String renamed = follow(texts.index(canonical, index));
            renamedTexts.put(table.sibling(ObjectTexts.name(index)), renamed);
            if (SchemaText.parse(renamed) instanceof CreateIndexText read) {
                indexes.add(ObjectReader.index(read));
            }
        }
        for (Trigger trigger : words.canonical.triggers(before)) {
            String own = texts.ownTrigger(trigger);
            if (TableMentions.mentions(own, table.name().value())) {
                texts.putOwnTrigger(trigger, follow(own));
            }
        }
        texts.replace(old -> TableMentions.mentions(old, table.name().value()) ? follow(old) : old);
        texts.put(ObjectKind.TABLE, canonical.name(), text);
        renamedTexts.forEach((name, renamed) -> texts.put(ObjectKind.INDEX, name, renamed));
        Table read = words.reader.table(CreateTableText.parse(text));
        return words.canonical.table(read.toBuilder().indexes(indexes).build(), before);
    }

    private String follow(String text) {
        String result = text;
        for (ColumnTrail.Rename rename : trail.renames()) {
            result = ObjectTexts.renamed(result, table, rename, before);
        }
        return result;
    }

    private RetortException unknown(QualifiedName name) {
        return new RetortException(Finding.error(
                        ErrorCode.UNKNOWN_SCHEMA,
                        "Table " + name + " cannot be altered, because its definition is not known here.")
                .at(location)
                .withHint("State the effects of the SQL before it that made or changed the table."));
    }
}
