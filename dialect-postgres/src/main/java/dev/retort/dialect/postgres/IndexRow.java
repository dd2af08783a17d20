// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One index, read from one row for each of its parts. */
final class IndexRow {

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final List<IndexPart> parts = new ArrayList<>();
    private final List<String> included = new ArrayList<>();
    private String name = "";
    private long table;
    private boolean unique;
    private boolean valid;
    private boolean ofPartitioned;
    private boolean ofConstraint;
    private @Nullable String predicate;
    private @Nullable String comment;
    private Options options = Options.NONE;

    void read(ResultSet row) throws SQLException {
        name = row.getString("relname");
        table = row.getLong("indrelid");
        unique = row.getBoolean("indisunique");
        valid = row.getBoolean("indisvalid");
        ofPartitioned = row.getBoolean("of_partitioned");
        ofConstraint = row.getBoolean("of_constraint");
        predicate = row.getString("predicate");
        comment = row.getString("comment");
        options = TableReader.parameters(TableReader.storage(row), row)
                .with(
                        PostgresOptions.DIALECT,
                        PostgresOptions.NULLS_NOT_DISTINCT,
                        row.getBoolean("nulls_not_distinct"));
        if (row.getInt("place") > row.getInt("indnkeyatts")) {
            included.add(row.getString("attname"));
        } else {
            parts.add(part(row));
        }
    }

    private static IndexPart part(ResultSet row) throws SQLException {
        String column = row.getString("attname");
        IndexKey key = column == null
                ? new IndexKey.OfExpression(SqlText.verbatim(row.getString("part")))
                : new IndexKey.OfColumn(new Identifier(column));
        int flags = row.getInt("flags");
        boolean first = (flags & NULLS_FIRST) != 0;
        String operators = row.getString("operator_class");
        List<String> parameters = Reader.list(row, "attoptions");
        String suffix = parameters.isEmpty() ? "" : " (" + String.join(", ", parameters) + ")";
        return new IndexPart(
                key,
                (flags & DESCENDING) != 0,
                first ? IndexPart.NullsOrder.FIRST : IndexPart.NullsOrder.LAST,
                row.getString("collation"),
                operators == null
                        ? Options.NONE
                        : Options.of(PostgresOptions.DIALECT, PostgresOptions.OPERATOR_CLASS, operators + suffix));
    }

    String name() {
        return name;
    }

    long table() {
        return table;
    }

    boolean isValid() {
        return valid;
    }

    /** What is wrong with one that is not valid. */
    Finding finding() {
        String wrong = ofPartitioned
                ? " of a partitioned table has no counterpart in some of the partitions."
                : " is invalid: building it concurrently has failed.";
        return Finding.warning(ErrorCode.DATABASE_REFUSED, "Index " + name + wrong)
                .about(name)
                .withHint(
                        ofPartitioned
                                ? "Attach an index of each partition to it, or drop it."
                                : "Run the migration that creates it again, or drop it.");
    }

    boolean isOfConstraint() {
        return ofConstraint;
    }

    List<IndexPart> parts() {
        return parts;
    }

    List<String> included() {
        return included;
    }

    @Nullable
    SqlText predicate() {
        return predicate == null ? null : SqlText.verbatim(predicate);
    }

    Options options() {
        return included.isEmpty() ? options : options.with(PostgresOptions.DIALECT, PostgresOptions.INCLUDE, included);
    }

    Index index() {
        return new Index(new Identifier(name), parts, unique, predicate(), comment, options());
    }
}
