// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.engine.text.NameInSql;
import dev.retort.operation.SqlMapping;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence.ColumnReference;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.Trigger;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Renames a column in everything that the model knows to refer to it. */
final class ColumnRename {

    private final SchemaBuilder schema;
    private final Table table;
    private final Identifier from;
    private final Identifier to;
    private final NameInSql inSql;
    private final UnaryOperator<String> quoted;

    ColumnRename(SchemaBuilder schema, Table table, Identifier from, Identifier to, UnaryOperator<String> quoted) {
        this.quoted = quoted;
        this.schema = schema;
        this.table = table;
        this.from = from;
        this.to = to;
        this.inSql = new ColumnSets(table).name(from);
    }

    void apply() {
        QualifiedName name = table.name();
        schema.table(renamed());
        for (Table other : List.copyOf(schema.tables().values())) {
            if (References.refersTo(other, name)) {
                schema.table(other.toBuilder().mapForeignKeys(this::referred).build());
            }
        }
        schema.triggers().replaceAll((key, trigger) -> key.table().equals(name) ? trigger(trigger) : trigger);
        schema.sequences()
                .replaceAll((key, sequence) -> References.isOwnedBy(sequence, name, from)
                        ? References.withOwner(sequence, new ColumnReference(name, to))
                        : sequence);
    }

    private Table renamed() {
        // A default is no expression over columns, and a text in it may look like one.
        Table texts = SqlMapping.table(table, this::text);
        TableBuilder builder = texts.toBuilder()
                .columns(texts.columns().stream().map(this::column).toList())
                .mapUniques(u -> new UniqueConstraint(u.name(), names(u.columns()), u.deferrability(), u.options()))
                .mapForeignKeys(k -> k.withReference(names(k.columns()), k.referredTable(), k.referredColumns()))
                .mapExclusions(this::exclusion)
                .mapIndexes(this::index);
        PrimaryKey key = table.primaryKey();
        return key == null
                ? builder.build()
                : builder.primaryKey(
                                new PrimaryKey(key.name(), names(key.columns()), key.deferrability(), key.options()))
                        .build();
    }

    private Column column(Column changed) {
        Column before = table.column(changed.name()).orElseThrow();
        Column column = before.defaultValue() == null ? changed : changed.withDefault(before.defaultValue());
        return column.name().equals(from) ? column.withName(to) : column;
    }

    private ForeignKey referred(ForeignKey key) {
        return key.referredTable().equals(table.name())
                ? key.withReference(key.columns(), key.referredTable(), names(key.referredColumns()))
                : key;
    }

    private Index index(Index index) {
        return index.withParts(index.parts().stream().map(this::part).toList());
    }

    private ExclusionConstraint exclusion(ExclusionConstraint e) {
        return new ExclusionConstraint(
                e.name(),
                e.elements().stream()
                        .map(element -> new ExclusionConstraint.Element(part(element.part()), element.operator()))
                        .toList(),
                e.method(),
                e.where(),
                e.deferrability(),
                e.options());
    }

    private IndexPart part(IndexPart part) {
        return part.key() instanceof IndexKey.OfColumn column
                ? part.withKey(new IndexKey.OfColumn(name(column.name())))
                : part;
    }

    private Trigger trigger(Trigger t) {
        @Nullable SqlText when = t.when();
        return new Trigger(
                t.name(),
                t.table(),
                t.timing(),
                t.events(),
                names(t.updateOf()),
                t.forEachRow(),
                when == null ? null : text(when),
                t.body(),
                t.comment(),
                t.options());
    }

    private SqlText text(SqlText text) {
        return SqlEdit.of(text, sql -> inSql.rename(sql, to.value(), quoted));
    }

    private List<Identifier> names(List<Identifier> names) {
        return names.stream().map(this::name).toList();
    }

    private Identifier name(Identifier name) {
        return name.equals(from) ? to : name;
    }
}
