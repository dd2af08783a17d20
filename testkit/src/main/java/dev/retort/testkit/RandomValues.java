// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.schema.DataType;
import dev.retort.schema.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random values of a type. */
final class RandomValues {

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "'",
            "''",
            "\"",
            "\\",
            "\\'",
            "'; DROP TABLE users; --",
            "a\nb",
            "a\r\nb\t",
            "%",
            "_",
            "?",
            ":name",
            "$1",
            "${x}",
            "NULL",
            "0x00",
            "日本語",
            "e\u0301",
            "😀",
            "-- x",
            "/* x */",
            "{}",
            "1e9",
            " trailing ");

    private final Vocabulary words;
    private final Random random;

    RandomValues(Vocabulary words, Random random) {
        this.words = words;
        this.random = random;
    }

    /**
     * A value that is different for each number.
     *
     * @param type   a type of keys
     * @param number at least 0, less than 30000
     */
    Literal distinct(DataType type, int number) {
        if (type instanceof DataType.Varchar) {
            return Literal.of("k'" + number);
        }
        if (type instanceof DataType.Date) {
            return Literal.of(LocalDate.of(2000, 1, 1).plusDays(number));
        }
        return Literal.of(number);
    }

    /** A harmless value: a small number, or a text that is not empty. */
    Literal mild(DataType type, int number) {
        if (RandomTypes.isInteger(type)) {
            return Literal.of(number % 1000);
        }
        return RandomTypes.isText(type) ? Literal.of("v" + number) : of(type, number);
    }

    /** Any value, extreme ones included. */
    Literal of(DataType type, int number) {
        if (type instanceof DataType.SmallInt) {
            return number(Short.MIN_VALUE, Short.MAX_VALUE, number);
        }
        if (type instanceof DataType.Integer) {
            return number(java.lang.Integer.MIN_VALUE, java.lang.Integer.MAX_VALUE, number);
        }
        if (type instanceof DataType.BigInt) {
            return number(Long.MIN_VALUE, Long.MAX_VALUE, number);
        }
        if (type instanceof DataType.Decimal) {
            return Literal.of(new BigDecimal(random.nextInt(2_000_000) - 1_000_000).movePointLeft(3));
        }
        if (type instanceof DataType.Real || type instanceof DataType.Double) {
            return Literal.of(new BigDecimal(random.nextInt(1 << 12) - (1 << 11)).divide(new BigDecimal(8)));
        }
        if (type instanceof DataType.Boolean) {
            return Literal.of(random.nextBoolean());
        }
        if (type instanceof DataType.Date) {
            return Literal.of(LocalDate.of(1900 + random.nextInt(200), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        }
        return text(type);
    }

    private Literal number(long lowest, long highest, int number) {
        return switch (random.nextInt(6)) {
            case 0 -> Literal.of(lowest);
            case 1 -> Literal.of(highest);
            case 2 -> Literal.of(0);
            default -> Literal.of(number - 500);
        };
    }

    private Literal text(DataType type) {
        if (type instanceof DataType.Text || type instanceof DataType.Varchar) {
            String value = HOSTILE.get(random.nextInt(HOSTILE.size()));
            return Literal.of(words.has(Feature.CARRIAGE_RETURNS) ? value : value.replace("\r", ""));
        }
        if (type instanceof DataType.Char) {
            return Literal.of("abcd'efg");
        }
        if (type instanceof DataType.Binary) {
            return Literal.of(new byte[] {0, (byte) 255, 39, (byte) random.nextInt(256)});
        }
        if (type instanceof DataType.Varbinary || type instanceof DataType.Blob) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            return Literal.of(bytes);
        }
        return moment(type);
    }

    private Literal moment(DataType type) {
        LocalTime time = LocalTime.of(
                random.nextInt(24), random.nextInt(60), random.nextInt(60), random.nextInt(1000) * 1_000_000);
        LocalDateTime moment = LocalDate.of(2024, 2, 29).atTime(time);
        if (type instanceof DataType.Time) {
            return Literal.of(time.withNano(0));
        }
        if (type instanceof DataType.Timestamp timestamp) {
            LocalDateTime seconds = timestamp.precision() == null ? moment.withNano(0) : moment;
            return timestamp.withTimeZone() ? Literal.of(seconds.atOffset(ZoneOffset.ofHours(2))) : Literal.of(seconds);
        }
        if (type instanceof DataType.Uuid) {
            return Literal.of(uuid());
        }
        if (type instanceof DataType.Json) {
            return Literal.of("{\"a\": [1, \"it's\"]}");
        }
        return type instanceof DataType.Enum anEnum && !anEnum.values().isEmpty()
                ? Literal.of(anEnum.values().get(random.nextInt(anEnum.values().size())))
                : Literal.NULL;
    }

    /** A UUID of the standard's version 4: some servers take no others. */
    private UUID uuid() {
        long version = random.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
        return new UUID(version, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
