// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Capability;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Literal;
import dev.retort.schema.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random columns. */
final class RandomColumns {

    private static final List<String> COMMENTS =
            List.of("plain", "it's quoted; -- not a comment", "zwei\nZeilen", "日本 \"x\" \\ %s ?");

    private final Vocabulary words;
    private final Random random;
    private final RandomValues values;

    RandomColumns(Vocabulary words, Random random) {
        this.words = words;
        this.random = random;
        this.values = new RandomValues(words, random);
    }

    DataType type() {
        DataType type = words.types().get(random.nextInt(words.types().size()));
        return RandomTypes.collated(type, words, random);
    }

    DataType keyType() {
        List<DataType> keys = words.types().stream().filter(RandomTypes::isKey).toList();
        return keys.get(random.nextInt(keys.size()));
    }

    Column plain(Identifier name) {
        Column column = Column.of(name.value(), type());
        DefaultValue defaultValue = random.nextInt(3) == 0 ? defaultFor(column.type()) : null;
        boolean hasValues = !(column.type() instanceof DataType.Array
                || column.type() instanceof DataType.Interval
                || column.type() instanceof DataType.Native);
        return commented(column.withDefault(defaultValue).withNullable(!hasValues || random.nextInt(3) != 0));
    }

    Column key(Identifier name) {
        return commented(Column.of(name.value(), keyType()).withNullable(false));
    }

    Column identity(Identifier name) {
        Column column = Column.of(name.value(), random.nextBoolean() ? new DataType.Integer() : new DataType.BigInt());
        Identity identity = words.can(Capability.IDENTITY_OPTIONS) && random.nextBoolean()
                ? new Identity(random.nextBoolean(), 10L, 5L, null, null, false, null)
                : Identity.DEFAULT;
        return column.withNullable(false).withIdentity(identity);
    }

    /** A column computed from one of the others, if one of them can be computed with. */
    Optional<Column> generated(Identifier name, List<Column> others) {
        boolean stored = words.can(Capability.GENERATED_STORED)
                && (random.nextBoolean() || !words.can(Capability.GENERATED_VIRTUAL));
        if (!stored && !words.can(Capability.GENERATED_VIRTUAL)) {
            return Optional.empty();
        }
        return others.stream()
                .filter(c -> c.generated() == null && c.identity() == null)
                .filter(c -> RandomTypes.isInteger(c.type()) || isPlainText(c.type()))
                .findFirst()
                .map(source -> {
                    String sql = words.quote().apply(source.name());
                    boolean number = RandomTypes.isInteger(source.type());
                    DataType type = number ? new DataType.BigInt() : source.type();
                    String expression = number ? sql + " + " + random.nextInt(100) : "lower(" + sql + ")";
                    return Column.of(name.value(), type)
                            .withGenerated(new Generated(SqlText.verbatim(expression), stored));
                });
    }

    private static boolean isPlainText(DataType type) {
        return RandomTypes.isText(type)
                && type instanceof DataType.Varchar v
                && v.text().collation() == null;
    }

    @Nullable
    DefaultValue defaultFor(DataType type) {
        boolean moment = type instanceof DataType.Timestamp;
        if (words.has(Feature.EXPRESSION_DEFAULTS) && random.nextInt(3) == 0) {
            if (moment) {
                return DefaultValue.sql("CURRENT_TIMESTAMP");
            }
            if (RandomTypes.isInteger(type)) {
                return DefaultValue.sql("(1 + " + random.nextInt(50) + ")");
            }
        }
        if (type instanceof DataType.Json
                || type instanceof DataType.Array
                || type instanceof DataType.Interval
                || type instanceof DataType.Native) {
            return null;
        }
        Literal value = values.of(type, random.nextInt(1000));
        return new DefaultValue.Constant(value);
    }

    @Nullable
    String comment() {
        return words.can(Capability.COMMENTS) && random.nextInt(4) == 0
                ? COMMENTS.get(random.nextInt(COMMENTS.size()))
                : null;
    }

    private Column commented(Column column) {
        return column.withComment(comment());
    }
}
