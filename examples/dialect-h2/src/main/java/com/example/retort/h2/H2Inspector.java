// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.Catalog;
import dev.retort.dialect.CatalogRow;
import dev.retort.dialect.StandardInspector;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads H2's information schema, which has what the standard asks for, and indexes. */
final class H2Inspector extends StandardInspector {

    /** How H2 names the index of a constraint. One that somebody made and a constraint uses is called generated too. */
    private static final Pattern CHOSEN_NAME =
            Pattern.compile("(PRIMARY_KEY|(.*_)?INDEX)_[0-9A-F]+(_\\d+)?", Pattern.DOTALL);

    H2Inspector(H2Dialect dialect) {
        super(dialect);
    }

    @Override
    protected Schema canonical(Schema read) {
        return new H2Canonical((H2Dialect) dialect).schema(read);
    }

    @Override
    protected Map<QualifiedName, List<Index>> indexes(Catalog catalog) throws SQLException {
        Map<String, List<IndexPart>> parts = new HashMap<>();
        for (CatalogRow row : catalog.rows("INDEX_COLUMNS", "INDEX_SCHEMA", "INDEX_NAME, ORDINAL_POSITION")) {
            boolean descending = "DESC".equals(row.text("ORDERING_SPECIFICATION"));
            String nulls = row.text("NULL_ORDERING");
            IndexPart part = IndexPart.column(row.name("COLUMN_NAME"));
            parts.computeIfAbsent(id(row), id -> new ArrayList<>())
                    .add(new IndexPart(
                            part.key(),
                            descending,
                            nulls == null ? null : IndexPart.NullsOrder.valueOf(nulls),
                            null,
                            Options.NONE));
        }
        Map<QualifiedName, List<Index>> indexes = new HashMap<>();
        for (CatalogRow row : catalog.rows("INDEXES", "INDEX_SCHEMA", "INDEX_NAME")) {
            if (!row.flag("IS_GENERATED") || !CHOSEN_NAME.matcher(row.name("INDEX_NAME")).matches()) {
                indexes.computeIfAbsent(catalog.table(row), table -> new ArrayList<>())
                        .add(new Index(
                                new Identifier(row.name("INDEX_NAME")),
                                parts.get(id(row)),
                                row.name("INDEX_TYPE_NAME").startsWith("UNIQUE"),
                                null,
                                row.text("REMARKS"),
                                Options.NONE));
            }
        }
        return indexes;
    }

    private static String id(CatalogRow row) {
        return row.name("INDEX_SCHEMA") + "\0" + row.name("INDEX_NAME");
    }

    /** The values of enums, which stand in a view of H2's own. */
    @Override
    protected Map<TypeKey, String> typeTexts(Catalog catalog) throws SQLException {
        Map<TypeKey, List<String>> values = new HashMap<>();
        for (CatalogRow row : catalog.rows("ENUM_VALUES", "OBJECT_SCHEMA", "OBJECT_NAME, VALUE_ORDINAL")) {
            QualifiedName table = catalog.name(row.name("OBJECT_SCHEMA"), row.name("OBJECT_NAME"));
            values.computeIfAbsent(new TypeKey(table, row.name("ENUM_IDENTIFIER")), key -> new ArrayList<>())
                    .add(row.name("VALUE_NAME"));
        }
        Map<TypeKey, String> texts = new HashMap<>();
        values.forEach((key, words) -> texts.put(key, dialect.types().render(new DataType.Enum(null, words))));
        return texts;
    }

    /** H2 tells the longest length where none was given, and sizes of a number that has none. */
    @Override
    protected String size(CatalogRow row, String words) {
        String size = super.size(row, words);
        boolean unsized = words.equals("NUMERIC") && row.text("DECLARED_NUMERIC_PRECISION") == null;
        return unsized || size.equals("(1000000000)") ? "" : size;
    }
}
