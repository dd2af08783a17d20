// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that a convention gives. */
final class ConventionalNames {

    private static final Pattern TOKEN = Pattern.compile("%\\{(\\w+)}");
    private static final String NAME = "%{name}";

    private final NamingConvention convention;

    ConventionalNames(NamingConvention convention) {
        this.convention = convention;
    }

    PrimaryKey primaryKey(QualifiedName table, PrimaryKey key) {
        String template = convention.primaryKey();
        return key.name() != null || template == null
                ? key
                : key.withName(new Identifier(fill(template, table, words(key.columns()), null, List.of(), "")));
    }

    UniqueConstraint unique(QualifiedName table, UniqueConstraint unique) {
        String template = convention.unique();
        return unique.name() != null || template == null
                ? unique
                : unique.withName(new Identifier(fill(template, table, words(unique.columns()), null, List.of(), "")));
    }

    ForeignKey foreignKey(QualifiedName table, ForeignKey key) {
        String template = convention.foreignKey();
        return key.name() != null || template == null
                ? key
                : key.withName(new Identifier(fill(
                        template, table, words(key.columns()), key.referredTable(), words(key.referredColumns()), "")));
    }

    Index index(QualifiedName table, Index index) {
        return index.name() != null
                ? index
                : index.withName(new Identifier(fill(
                        convention.index(),
                        table,
                        index.parts().stream().map(ConventionalNames::word).toList(),
                        null,
                        List.of(),
                        "")));
    }

    /**
     * A check's own name goes into the template, unless it looks as if it came from there already: a migration that
     * autogeneration wrote has the whole name.
     */
    CheckConstraint check(QualifiedName table, CheckConstraint check) {
        String template = convention.check();
        Identifier own = check.name();
        if (template == null || (own == null && template.contains(NAME))) {
            return check;
        }
        if (own != null) {
            if (!template.contains(NAME)) {
                return check;
            }
            int at = template.indexOf(NAME);
            String before = fill(template.substring(0, at), table, List.of(), null, List.of(), "");
            String after = fill(template.substring(at + NAME.length()), table, List.of(), null, List.of(), "");
            if (own.value().startsWith(before) && own.value().endsWith(after)) {
                return check;
            }
        }
        return check.withName(
                new Identifier(fill(template, table, List.of(), null, List.of(), own == null ? "" : own.value())));
    }

    private static List<String> words(List<Identifier> columns) {
        return columns.stream().map(Identifier::value).toList();
    }

    private static String word(IndexPart part) {
        return part.key() instanceof IndexKey.OfColumn column ? column.name().value() : "expr";
    }

    private static String fill(
            String template,
            QualifiedName table,
            List<String> columns,
            @Nullable QualifiedName referredTable,
            List<String> referredColumns,
            String name) {
        return TOKEN.matcher(template)
                .replaceAll(token -> Matcher.quoteReplacement(
                        switch (token.group(1)) {
                            case "table" -> table.name().value();
                            case "columns" -> String.join("_", columns);
                            case "referred_table" ->
                                referredTable == null
                                        ? ""
                                        : referredTable.name().value();
                            case "referred_columns" -> String.join("_", referredColumns);
                            case "name" -> name;
                            default -> column(token.group(1), columns);
                        }));
    }

    private static String column(String token, List<String> columns) {
        if (token.startsWith("column_")) {
            String index = token.substring("column_".length());
            if (index.chars().allMatch(Character::isDigit) && !index.isEmpty() && index.length() < 4) {
                int number = Integer.parseInt(index);
                return number < columns.size() ? columns.get(number) : "";
            }
        }
        return "%{" + token + "}";
    }
}
