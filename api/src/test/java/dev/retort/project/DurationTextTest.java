// SPDX-License-Identifier: Apache-2.0
package dev.retort.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DurationTextTest {

    @Test
    void everyUnitIsReadAndANumberAloneMeansSeconds() {
        Map<String, Duration> texts = Map.of(
                "500ms", Duration.ofMillis(500),
                "5s", Duration.ofSeconds(5),
                "10min", Duration.ofMinutes(10),
                "1 h", Duration.ofHours(1),
                "7", Duration.ofSeconds(7),
                "0", Duration.ZERO,
                " 596h ", Duration.ofHours(596));
        texts.forEach((text, duration) -> assertEquals(duration, DurationText.parse(text), text));
        assertTrue(List.of("500ms", "5s", "10min", "1h", "7", "0").stream()
                .allMatch(text -> text.matches(DurationText.PATTERN)));
    }

    @Test
    void whatIsPrintedIsReadAgain() {
        for (long millis : new long[] {0, 1, 999, 1000, 1500, 60_000, 61_000, 3_600_000, 5_400_000}) {
            Duration duration = Duration.ofMillis(millis);
            assertEquals(duration, DurationText.parse(DurationText.print(duration)));
        }
        assertEquals("90min", DurationText.print(Duration.ofMinutes(90)));
        assertEquals("1500ms", DurationText.print(Duration.ofMillis(1500)));
    }

    @Test
    void mistakesSayWhatWasMeant() {
        assertEquals("the unit of a duration must be ms, s, min or h, but was 'm' (did you mean 5min?)", refused("5m"));
        assertEquals("the unit of a duration must be ms, s, min or h, but was 'days'", refused("5 days"));
        assertEquals(
                "a duration must be a whole number with a unit, such as 500ms, 5s, 10min or 1h, but was '-5s'",
                refused("-5s"));
        assertEquals("a duration must be at most 596h, but was '600h'", refused("600h"));
        assertEquals("a duration must be at most 596h, but was '999999999999999999'", refused("999999999999999999"));
    }

    private static String refused(String text) {
        return assertThrows(IllegalArgumentException.class, () -> DurationText.parse(text))
                .getMessage();
    }
}
