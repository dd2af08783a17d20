// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.model;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies the naming convention that a model itself states. A model without one leaves names to that of the project.
 *
 * @param convention the convention
 * @param stated     whether the model states one
 */
record ModelNaming(NamingConvention convention, boolean stated) {

    private static final Pattern TOKEN = Pattern.compile("%\\{([a-z_0-9]+)}");

    Table named(Table table) {
        if (!stated) {
            return table;
        }
        PrimaryKey key = table.primaryKey();
        return table.toBuilder()
                .primaryKey(key == null || key.name() != null
                        ? key
                        : key.withName(name(convention.primaryKey(), tokens(table, key.columns()))))
                .mapUniques(unique -> unique.name() != null ? unique : named(unique, table))
                .mapForeignKeys(foreignKey -> foreignKey.name() != null ? foreignKey : named(foreignKey, table))
                .mapChecks(check -> named(check, table))
                .mapIndexes(index -> index.name() != null ? index : named(index, table))
                .build();
    }

    private UniqueConstraint named(UniqueConstraint unique, Table table) {
        return unique.withName(name(convention.unique(), tokens(table, unique.columns())));
    }

    private ForeignKey named(ForeignKey foreignKey, Table table) {
        Map<String, String> tokens = tokens(table, foreignKey.columns());
        tokens.put("referred_table", foreignKey.referredTable().name().value());
        tokens.put("referred_columns", joined(foreignKey.referredColumns()));
        return foreignKey.withName(name(convention.foreignKey(), tokens));
    }

    private Index named(Index index, Table table) {
        List<Identifier> columns = index.parts().stream().flatMap(ModelNaming::column).toList();
        return columns.isEmpty() ? index : index.withName(name(convention.index(), tokens(table, columns)));
    }

    /** A check's own name goes into the template, as in SQLAlchemy; without {@code %{name}} it stays. */
    private CheckConstraint named(CheckConstraint check, Table table) {
        String template = convention.check();
        Identifier own = check.name();
        if (template == null || (own != null && !template.contains("%{name}"))) {
            return check;
        }
        Map<String, String> tokens = tokens(table, List.of());
        if (own != null) {
            tokens.put("name", own.value());
        }
        Identifier made = name(template, tokens);
        return made == null ? check : check.withName(made);
    }

    private static Stream<Identifier> column(IndexPart part) {
        return part.key() instanceof IndexKey.OfColumn column ? Stream.of(column.name()) : Stream.empty();
    }

    private static Map<String, String> tokens(Table table, List<Identifier> columns) {
        Map<String, String> tokens = new HashMap<>();
        tokens.put("table", table.name().name().value());
        if (!columns.isEmpty()) {
            tokens.put("columns", joined(columns));
        }
        for (int i = 0; i < columns.size(); i++) {
            tokens.put("column_" + i, columns.get(i).value());
        }
        return tokens;
    }

    private static String joined(List<Identifier> columns) {
        return columns.stream().map(Identifier::value).collect(Collectors.joining("_"));
    }

    /** {@return the name, or null if there is no template or it asks for something that is not there} */
    private static @Nullable Identifier name(@Nullable String template, Map<String, String> tokens) {
        if (template == null) {
            return null;
        }
        Matcher matcher = TOKEN.matcher(template);
        StringBuilder name = new StringBuilder();
        while (matcher.find()) {
            String value = tokens.get(matcher.group(1));
            if (value == null) {
                return null;
            }
            matcher.appendReplacement(name, Matcher.quoteReplacement(value));
        }
        return new Identifier(matcher.appendTail(name).toString());
    }
}
