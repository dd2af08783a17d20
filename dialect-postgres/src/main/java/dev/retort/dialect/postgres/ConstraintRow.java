// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.IndexPart;
import dev.retort.schema.MatchType;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlText;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a constraint of what the catalogue says. */
record ConstraintRow(Reader reader, ResultSet row) {

    private static final Pattern OPERATOR = Pattern.compile(" WITH (OPERATOR\\([^)]*\\)|[-+*/<>=~!@#%^&|`?]+)(?=[,)])");

    TableConstraint constraint(@Nullable IndexRow index) throws SQLException {
        Identifier name = new Identifier(row.getString("conname"));
        return switch (row.getString("contype")) {
            case "p" -> new PrimaryKey(name, keys(), deferrability(), key(index));
            case "u" -> new UniqueConstraint(name, keys(), deferrability(), key(index));
            case "f" -> foreignKey(name);
            case "c" ->
                new CheckConstraint(
                        name,
                        SqlText.verbatim(Reader.text(row, "expression")),
                        Deferrability.NOT_DEFERRABLE,
                        row.getBoolean("convalidated") || !row.getBoolean("enforced"),
                        enforced()
                                .with(
                                        PostgresOptions.DIALECT,
                                        PostgresOptions.NO_INHERIT,
                                        row.getBoolean("connoinherit")));
            default -> exclusion(name, index);
        };
    }

    private List<Identifier> keys() throws SQLException {
        return Reader.names(row, "columns");
    }

    private Deferrability deferrability() throws SQLException {
        if (!row.getBoolean("condeferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.getBoolean("condeferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private Options enforced() throws SQLException {
        return Options.of(PostgresOptions.DIALECT, PostgresOptions.NOT_ENFORCED, !row.getBoolean("enforced"));
    }

    private static Options indexed(@Nullable IndexRow index, boolean withoutMethod) {
        Options options = index == null ? Options.NONE : index.options();
        return withoutMethod ? options.with(PostgresOptions.DIALECT, PostgresOptions.USING, null) : options;
    }

    private Options key(@Nullable IndexRow index) throws SQLException {
        return indexed(index, true)
                .with(PostgresOptions.DIALECT, PostgresOptions.WITHOUT_OVERLAPS, row.getBoolean("period"));
    }

    private ForeignKey foreignKey(Identifier name) throws SQLException {
        List<String> deleted = Reader.list(row, "delete_columns");
        return new ForeignKey(
                name,
                keys(),
                reader.name(row.getString("referred_namespace"), row.getString("referred_table")),
                Reader.names(row, "referred_columns"),
                action(row.getString("confdeltype")),
                action(row.getString("confupdtype")),
                row.getString("confmatchtype").equals("f") ? MatchType.FULL : MatchType.SIMPLE,
                deferrability(),
                row.getBoolean("convalidated") || !row.getBoolean("enforced"),
                enforced()
                        .with(PostgresOptions.DIALECT, PostgresOptions.PERIOD, row.getBoolean("period"))
                        .with(PostgresOptions.DIALECT, PostgresOptions.ON_DELETE_COLUMNS, deleted));
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    /** The operators stand in the definition alone, one behind each part. */
    private ExclusionConstraint exclusion(Identifier name, @Nullable IndexRow index) throws SQLException {
        List<ExclusionConstraint.Element> elements = new ArrayList<>();
        Matcher operators = OPERATOR.matcher(Reader.text(row, "definition"));
        if (index != null) {
            for (IndexPart part : index.parts()) {
                String operator = operators.find() ? operators.group(1) : "=";
                elements.add(new ExclusionConstraint.Element(part, operator));
            }
        }
        return new ExclusionConstraint(
                name,
                elements,
                row.getString("amname"),
                index == null ? null : index.predicate(),
                deferrability(),
                indexed(index, true));
    }
}
