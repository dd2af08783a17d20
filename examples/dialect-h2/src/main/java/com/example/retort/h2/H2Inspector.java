// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.*;
import dev.retort.schema.*;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads H2's information schema, which has what the standard asks for, and indexes. */
final class H2Inspector extends StandardInspector {

    /** A string or name, or a number whose type is told; in Java and in H2's REGEXP_REPLACE. */
    static final String TYPED_NUMBER =
            "('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")|CAST\\((-?\\d+) AS (?:SMALLINT|INTEGER|BIGINT)\\)";

    /** How H2 names the index of a constraint. One that somebody made and a constraint uses is called generated too. */
    private static final Pattern CHOSEN_NAME =
            Pattern.compile("(PRIMARY_KEY|(.*_)?INDEX)_[0-9A-F]+(_\\d+)?", Pattern.DOTALL);

    H2Inspector(H2Dialect dialect) {
        super(dialect);
    }

    @Override
    protected Schema canonical(Schema read) {
        return ((H2Dialect) dialect).structure(read);
    }

    @Override
    protected Map<QualifiedName, List<Index>> indexes(Catalog catalog) throws SQLException {
        Map<QualifiedName, List<CatalogRow>> columns = indexColumns(catalog);
        Map<QualifiedName, List<Index>> indexes = new HashMap<>();
        for (CatalogRow row : catalog.rows("INDEXES", "INDEX_SCHEMA", "INDEX_NAME")) {
            String name = row.name("INDEX_NAME");
            if (!row.flag("IS_GENERATED") || !CHOSEN_NAME.matcher(name).matches()) {
                indexes.computeIfAbsent(catalog.table(row), table -> new ArrayList<>())
                        .add(new Index(
                                new Identifier(name),
                                columns.get(row.key("INDEX")).stream().map(H2Inspector::part).toList(),
                                row.name("INDEX_TYPE_NAME").startsWith("UNIQUE"),
                                null,
                                row.text("REMARKS"),
                                Options.NONE));
            }
        }
        return indexes;
    }

    private static Map<QualifiedName, List<CatalogRow>> indexColumns(Catalog catalog) throws SQLException {
        return catalog.rows("INDEX_COLUMNS", "INDEX_SCHEMA", "INDEX_NAME, ORDINAL_POSITION").stream()
                .collect(Collectors.groupingBy(row -> row.key("INDEX")));
    }

    private static IndexPart part(CatalogRow row) {
        String nulls = row.text("NULL_ORDERING");
        return new IndexPart(
                IndexPart.column(row.name("COLUMN_NAME")).key(),
                "DESC".equals(row.text("ORDERING_SPECIFICATION")),
                nulls == null ? null : IndexPart.NullsOrder.valueOf(nulls),
                null,
                Options.NONE);
    }

    /** H2 goes on telling the old name of a renamed column here; the index of the constraint has the new one. */
    @Override
    protected List<CatalogRow> keyColumns(Catalog catalog) throws SQLException {
        Map<QualifiedName, List<CatalogRow>> columns = indexColumns(catalog);
        Map<QualifiedName, List<CatalogRow>> ofConstraints = new HashMap<>();
        for (CatalogRow row : catalog.rows("TABLE_CONSTRAINTS", "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME")) {
            boolean indexed = row.text("INDEX_NAME") != null;
            ofConstraints.put(row.key("CONSTRAINT"), indexed ? columns.get(row.key("INDEX")) : List.of());
        }
        return super.keyColumns(catalog).stream()
                .map(row -> current(row, ofConstraints.get(row.key("CONSTRAINT"))))
                .toList();
    }

    private static CatalogRow current(CatalogRow row, List<CatalogRow> index) {
        int position = Integer.parseInt(row.name("ORDINAL_POSITION")) - 1;
        boolean known = index.stream().anyMatch(part -> part.name("COLUMN_NAME").equals(row.text("COLUMN_NAME")));
        return known || position >= index.size()
                ? row
                : row.with("COLUMN_NAME", index.get(position).name("COLUMN_NAME"));
    }

    /** After a change of a column's type, H2 tells the type of numbers in checks, which it does not otherwise. */
    @Override
    protected SqlText sql(String text) {
        return super.sql(text.replaceAll(TYPED_NUMBER, "$1$2"));
    }

    /** The standard does not tell a whole type in one place; a function of H2 does. */
    @Override
    protected List<CatalogRow> columns(Catalog catalog) throws SQLException {
        String type = "*, DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) AS TYPE_SQL";
        return catalog.rows(type, "COLUMNS", "TABLE_SCHEMA", "TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION");
    }

    @Override
    protected String typeText(CatalogRow row) {
        String type = row.text("TYPE_SQL");
        return type == null ? super.typeText(row) : UnicodeEscapes.decode(type);
    }
}
