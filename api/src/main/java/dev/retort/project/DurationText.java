// SPDX-License-Identifier: Apache-2.0
package dev.retort.project;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Durations as people write them in projects and migrations: {@code 500ms}, {@code 5s}, {@code 10min}, {@code 1h}. */
public final class DurationText {

    /** What a duration looks like, for other tools. */
    public static final String PATTERN = "^[0-9]+ ?(ms|s|min|h)?$";

    /** The longest that every database can count: PostgreSQL's timeouts are milliseconds in 32 bits. */
    private static final long LONGEST_MILLIS = Integer.MAX_VALUE;

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\s*([a-zA-Z]*)");

    /** The largest first. */
    private enum Unit {
        H(3_600_000),
        MIN(60_000),
        S(1000),
        MS(1);

        private final long millis;

        Unit(long millis) {
            this.millis = millis;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private DurationText() {}

    /**
     * Reads a duration.
     *
     * @param text a whole number and a unit, {@code ms}, {@code s}, {@code min} or {@code h}; without a unit, seconds
     * @return the duration, zero to 596 hours
     * @throws IllegalArgumentException if it cannot be read; the message continues a sentence about the text
     */
    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a duration must be a whole number with a unit, such as 500ms, 5s, 10min " + "or 1h, but was '"
                            + text + "'");
        }
        String unit = matcher.group(2);
        long factor = unit(matcher.group(1), unit).millis;
        long number = Long.parseLong(matcher.group(1));
        if (number > LONGEST_MILLIS / factor) {
            throw new IllegalArgumentException("a duration must be at most 596h, but was '" + text + "'");
        }
        return Duration.ofMillis(number * factor);
    }

    private static Unit unit(String number, String word) {
        if (word.isEmpty()) {
            return Unit.S;
        }
        for (Unit unit : Unit.values()) {
            if (unit.word().equals(word)) {
                return unit;
            }
        }
        String meant = meant(word);
        throw new IllegalArgumentException("the unit of a duration must be ms, s, min or h, but was '" + word + "'"
                + (meant == null ? "" : " (did you mean " + number + meant + "?)"));
    }

    private static @Nullable String meant(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "m", "min", "mins", "minute", "minutes" -> "min";
            case "s", "sec", "secs", "second", "seconds" -> "s";
            case "h", "hr", "hrs", "hour", "hours" -> "h";
            case "ms", "msec", "msecs", "millis", "millisecond", "milliseconds" -> "ms";
            default -> null;
        };
    }

    /**
     * A duration in the largest unit that needs no fraction.
     *
     * @param duration whole milliseconds
     * @return its text, which {@link #parse} reads
     */
    public static String print(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        return Stream.of(Unit.values())
                .filter(unit -> millis % unit.millis == 0)
                .map(unit -> millis / unit.millis + unit.word())
                .findFirst()
                .orElseThrow();
    }
}
