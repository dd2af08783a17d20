// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.text.CreateIndexText;
import dev.retort.dialect.sqlite.text.CreateTriggerText;
import dev.retort.dialect.sqlite.text.CreateViewText;
import dev.retort.dialect.sqlite.text.CreateVirtualTableText;
import dev.retort.dialect.sqlite.text.Fragment;
import dev.retort.dialect.sqlite.text.IndexedPartText;
import dev.retort.dialect.sqlite.text.SortOrder;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes indexes, views, triggers and virtual tables of their texts. */
final class ObjectReader {

    private ObjectReader() {}

    static Index index(CreateIndexText text) {
        List<IndexPart> parts = new ArrayList<>(text.parts().size());
        for (IndexedPartText part : text.parts()) {
            parts.add(part(part));
        }
        return new Index(
                ConstraintReader.identifierOf(text.name()),
                parts,
                text.unique(),
                sql(text.where()),
                null,
                Options.NONE);
    }

    private static IndexPart part(IndexedPartText text) {
        IndexKey key = text.column() == null
                ? new IndexKey.OfExpression(SqlText.verbatim(text.expression().text()))
                : new IndexKey.OfColumn(ConstraintReader.identifierOf(text.column()));
        String collation = text.collation() == null
                ? null
                : SqliteTypes.collationName(text.collation().name());
        return new IndexPart(key, text.order() == SortOrder.DESC, null, collation, Options.NONE);
    }

    static View view(CreateViewText text) {
        return new View(
                QualifiedName.of(text.name().name()),
                text.columns().stream().map(ConstraintReader::identifierOf).toList(),
                SqlText.verbatim(text.select().text()),
                false,
                null,
                Options.NONE);
    }

    static Trigger trigger(CreateTriggerText text) {
        CreateTriggerText.Timing timing = text.timing();
        return new Trigger(
                ConstraintReader.identifierOf(text.name()),
                QualifiedName.of(text.table().name()),
                timing == null ? Trigger.Timing.BEFORE : Trigger.Timing.valueOf(timing.name()),
                Set.of(Trigger.Event.valueOf(text.event().name())),
                text.updateOf().stream().map(ConstraintReader::identifierOf).toList(),
                true,
                sql(text.when()),
                SqlText.verbatim(text.body().text()),
                null,
                Options.NONE);
    }

    static OtherObject virtualTable(CreateVirtualTableText text) {
        return virtualTable(QualifiedName.of(text.name().name()), SqlText.verbatim(text.text()));
    }

    /** Its shadow tables go with it. */
    static OtherObject virtualTable(QualifiedName name, SqlText definition) {
        String quoted = new SqliteSyntax().quote(name.name().value());
        return new OtherObject(name, "virtual table", definition, SqlText.verbatim("DROP TABLE " + quoted));
    }

    private static @Nullable SqlText sql(@Nullable Fragment fragment) {
        return fragment == null ? null : SqlText.verbatim(fragment.text());
    }
}
