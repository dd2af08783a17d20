// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a foreign key refers to: {@code users}, {@code users(id)}, or {@code {table: users, columns: [id]}}.
 *
 * @param table   the table
 * @param columns its columns; empty for its primary key
 */
public record References(QualifiedName table, List<Identifier> columns) {

    private static final Pattern CALL = Pattern.compile("\\s*([^()]+?)\\s*(?:\\(([^()]*)\\)\\s*)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private static final Form<References> TEXT =
            Scalars.text("a table, or table(column)", References::parse, References::print);

    private static final Form<References> EXACT = Names.add(
                    Mapping.<References>of("a reference"), Names.TABLE, References::table)
            .optional(CommonKeys.COLUMNS, References::columns, List.of())
            .makes(values ->
                    new References(Names.resolve(values, Names.TABLE), values.or(CommonKeys.COLUMNS, List.of())));

    /** The key of a foreign key. */
    static final Key<References> KEY = Key.of(
            "references",
            new Choice<References>(
                            "a table, table(column), or a mapping with 'table'",
                            references -> references.isSimple() ? TEXT : EXACT)
                    .or(Choice.scalar(), TEXT)
                    .or(Choice.mapping(), EXACT),
            "The table referred to, and its columns: users(id).");

    static References parse(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            throw new IllegalArgumentException("was '" + text + "'");
        }
        String columns = call.group(2);
        return new References(
                new NameText(call.group(1), null).resolve(null), columns == null ? List.of() : split(columns));
    }

    private static List<Identifier> split(String columns) {
        return Arrays.stream(columns.split(",", -1))
                .map(String::strip)
                .map(Identifier::new)
                .toList();
    }

    String print() {
        return columns.isEmpty()
                ? table.toString()
                : table + columns.stream().map(Identifier::value).collect(Collectors.joining(", ", "(", ")"));
    }

    boolean isSimple() {
        return isSimple(table.namespace())
                && isSimple(table.name())
                && columns.stream().allMatch(References::isSimple);
    }

    private static boolean isSimple(@Nullable Identifier name) {
        return Stream.ofNullable(name)
                .allMatch(word -> WORD.matcher(word.value()).matches());
    }
}
