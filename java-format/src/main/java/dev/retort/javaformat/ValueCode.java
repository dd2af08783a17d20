// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.javaformat.Code.Raw;
import dev.retort.schema.Literal;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Scalar;
import dev.retort.schema.SqlText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes constants, SQL texts, names and options. */
final class ValueCode {

    /** The most entries that {@code Map.of} takes. */
    private static final int SMALL_MAP = 10;

    private final Imports imports;

    ValueCode(Imports imports) {
        this.imports = imports;
    }

    Code scalar(Scalar value) {
        return value instanceof Literal literal ? literal(literal) : sql((SqlText) value);
    }

    Code literal(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return Words.text(text.value());
        }
        if (literal instanceof Literal.Number number) {
            return number(number.value());
        }
        if (literal instanceof Literal.Bool bool) {
            return new Raw(Boolean.toString(bool.value()));
        }
        if (literal instanceof Literal.Bytes bytes) {
            imports.use(Literal.class);
            return Words.call("new Literal.Bytes", Words.text(bytes.hex())).code();
        }
        if (literal instanceof Literal.Date date) {
            return parsed(LocalDate.class, date.value());
        }
        if (literal instanceof Literal.Time time) {
            return parsed(LocalTime.class, time.value());
        }
        if (literal instanceof Literal.Timestamp timestamp) {
            return parsed(LocalDateTime.class, timestamp.value());
        }
        if (literal instanceof Literal.TimestampTz timestamp) {
            return parsed(OffsetDateTime.class, timestamp.value());
        }
        return new Raw("null");
    }

    private Code parsed(Class<?> type, Object value) {
        return Words.call(imports.use(type) + ".parse", Words.text(value.toString()))
                .code();
    }

    private Code number(BigDecimal value) {
        if (value.scale() == 0 && value.precision() < 19) {
            return Words.number(value.longValueExact());
        }
        return Words.call("new " + imports.use(BigDecimal.class), Words.text(value.toString()))
                .code();
    }

    /** SQL where a plain string stands for a verbatim text. */
    Code sqlOrString(SqlText sql) {
        return sql instanceof SqlText.Verbatim verbatim ? Words.text(verbatim.sql()) : sql(sql);
    }

    /** SQL where a plain string would be a constant. */
    Code sql(SqlText sql) {
        if (sql instanceof SqlText.Portable portable) {
            return Words.call("portable", Words.text(portable.sql())).code();
        }
        if (sql instanceof SqlText.Variants variants) {
            Code map = map(variants.byDialect());
            String otherwise = variants.otherwise();
            return otherwise == null
                    ? Words.call("variants", map).code()
                    : Words.call("variants", map, Words.text(otherwise)).code();
        }
        return Words.call("sql", Words.text(((SqlText.Verbatim) sql).sql())).code();
    }

    private Code map(SortedMap<String, String> entries) {
        String name = imports.use(Map.class);
        if (entries.size() <= SMALL_MAP) {
            return Words.call(
                            name + ".of",
                            entries.entrySet().stream()
                                    .flatMap(entry ->
                                            List.of(Words.text(entry.getKey()), Words.text(entry.getValue())).stream())
                                    .toList())
                    .code();
        }
        return Words.call(
                        name + ".ofEntries",
                        entries.entrySet().stream()
                                .map(entry -> Words.call(
                                                name + ".entry",
                                                Words.text(entry.getKey()),
                                                Words.text(entry.getValue()))
                                        .code())
                                .toList())
                .code();
    }

    /** A name where a plain string stands for one without a namespace. */
    Code nameOrString(QualifiedName name) {
        return name.namespace() == null ? Words.text(name.name()) : name(name);
    }

    /** A name where a plain string means something else. */
    Code name(QualifiedName name) {
        return name.namespace() == null
                ? Words.call(imports.use(QualifiedName.class) + ".of", Words.text(name.name()))
                        .code()
                : Words.call("qualified", Words.text(name.namespace()), Words.text(name.name()))
                        .code();
    }

    Words options(Words words, Options options) {
        options.byDialect()
                .forEach((dialect, values) -> values.forEach(
                        (key, value) -> words.then("option", Words.text(dialect), Words.text(key), option(value))));
        return words;
    }

    private Code option(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return Words.call(
                            imports.use(List.class) + ".of",
                            list.stream().map(item -> this.option(item)).toList())
                    .code();
        }
        if (value instanceof Long number) {
            return Words.number(number);
        }
        if (value instanceof BigDecimal number) {
            return Words.call("new " + imports.use(BigDecimal.class), Words.text(number.toString()))
                    .code();
        }
        return value instanceof String text ? Words.text(text) : new Raw(String.valueOf(value));
    }
}
