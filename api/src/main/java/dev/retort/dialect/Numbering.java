// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.Identity;
import dev.retort.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sequence or an identity column counts.
 *
 * @param start     first value, or null for the default
 * @param increment step, or null for 1
 * @param minValue  lowest value, or null for the default
 * @param maxValue  highest value, or null for the default
 * @param cycle     whether it starts again after the last value
 * @param cache     how many values a session takes at once, or null for the default
 */
public record Numbering(
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minValue,
        @Nullable Long maxValue,
        boolean cycle,
        @Nullable Long cache) {

    /** From 1 in steps of 1. */
    public static final Numbering DEFAULT = new Numbering(null, null, null, null, false, null);

    /**
     * How an identity column counts.
     *
     * @param identity the identity
     * @return its numbering
     */
    public static Numbering of(Identity identity) {
        return new Numbering(
                identity.start(),
                identity.increment(),
                identity.minValue(),
                identity.maxValue(),
                identity.cycle(),
                identity.cache());
    }

    /**
     * How a sequence counts.
     *
     * @param sequence the sequence
     * @return its numbering
     */
    public static Numbering of(Sequence sequence) {
        return new Numbering(
                sequence.start(),
                sequence.increment(),
                sequence.minValue(),
                sequence.maxValue(),
                sequence.cycle(),
                sequence.cache());
    }

    /**
     * The clauses that say so, in the order of the standard; {@code CACHE} is common but not in it.
     *
     * @param startWords what stands before the first value, {@code START WITH} as a rule
     * @return clauses; none for what is left to the default
     */
    public List<String> clauses(String startWords) {
        List<String> clauses = new ArrayList<>();
        add(clauses, startWords, start);
        add(clauses, "INCREMENT BY", increment);
        add(clauses, "MINVALUE", minValue);
        add(clauses, "MAXVALUE", maxValue);
        if (cycle) {
            clauses.add("CYCLE");
        }
        add(clauses, "CACHE", cache);
        return clauses;
    }

    /**
     * The clauses that make another way of counting into this one, for {@code ALTER SEQUENCE}: what is left to the default
     * now and was not before is said too.
     *
     * @param before       how it counted before
     * @param startWords   what stands before the first value
     * @param defaultCache how many values a session takes at once if nothing is said, or null if there is no word for it
     * @return clauses; none if nothing changes
     */
    public List<String> changes(Numbering before, String startWords, @Nullable Long defaultCache) {
        List<String> clauses = new ArrayList<>(clauses(startWords));
        boolean down = increment != null && increment < 0;
        Long first = down ? maxValue : minValue;
        add(clauses, startWords, start != null || before.start == null ? null : first != null ? first : down ? -1L : 1L);
        add(clauses, "INCREMENT BY", increment != null || before.increment == null ? null : 1L);
        addIf(minValue == null && before.minValue != null, clauses, "NO MINVALUE");
        addIf(maxValue == null && before.maxValue != null, clauses, "NO MAXVALUE");
        addIf(!cycle && before.cycle, clauses, "NO CYCLE");
        add(clauses, "CACHE", cache == null && before.cache != null ? defaultCache : null);
        return clauses;
    }

    private static void addIf(boolean condition, List<String> clauses, String words) {
        if (condition) {
            clauses.add(words);
        }
    }

    private static void add(List<String> clauses, String words, @Nullable Long value) {
        if (value != null) {
            clauses.add(words + " " + value);
        }
    }
}
