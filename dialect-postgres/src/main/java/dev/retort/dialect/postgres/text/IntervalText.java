// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals in the style in which PostgreSQL writes them by default. */
final class IntervalText {

    private static final Pattern PART = Pattern.compile("\\s*(-?\\d+)\\s*([a-z]+)\\s*");
    private static final int MONTHS = 12;
    private static final int SECONDS = 60;

    private IntervalText() {}

    /** The same interval; a text that is no list of whole units stays as it is. */
    static String canonical(String text) {
        Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
        long months = 0;
        long days = 0;
        long seconds = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            long count = Long.parseLong(part.group(1));
            String unit = part.group(2).replaceFirst("(?<=..)s$", "");
            switch (unit) {
                case "year", "yr" -> months += MONTHS * count;
                case "month", "mon" -> months += count;
                case "week" -> days += 7 * count;
                case "day" -> days += count;
                case "hour", "hr" -> seconds += SECONDS * SECONDS * count;
                case "minute", "min" -> seconds += SECONDS * count;
                case "second", "sec" -> seconds += count;
                default -> {
                    return text;
                }
            }
            end = part.end();
        }
        return end == 0 || end != text.length() || months < 0 || days < 0 || seconds < 0
                ? text
                : written(months, days, seconds);
    }

    private static String written(long months, long days, long seconds) {
        List<String> parts = new ArrayList<>();
        add(parts, months / MONTHS, "year");
        add(parts, months % MONTHS, "mon");
        add(parts, days, "day");
        if (seconds != 0 || parts.isEmpty()) {
            long minutes = seconds / SECONDS;
            parts.add(String.format(
                    Locale.ROOT, "%02d:%02d:%02d", minutes / SECONDS, minutes % SECONDS, seconds % SECONDS));
        }
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count != 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
