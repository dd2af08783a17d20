// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.schema.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Names, many of them odd. No two that are given out differ in case alone. */
final class RandomNames {

    private static final List<String> TABLES =
            List.of("users", "orders", "items", "tags", "audit_log", "Customer", "order", "two words", "naïve", "a.b");
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "email",
            "amount",
            "created_at",
            "is_active",
            "note",
            "parent",
            "Mixed Case",
            "select",
            "quo\"te",
            "apo'strophe",
            "semi;colon",
            "größe",
            "日本語",
            "dash--dash",
            "back`tick",
            "per%cent",
            "brack]et",
            "table",
            "emoji😀",
            "back\\slash",
            "q?mark",
            "$dollar",
            "/*c*/",
            " lead");
    private static final int PLAIN_COLUMNS = 8;
    private static final int PLAIN_TABLES = 5;

    private final Random random;
    private final boolean odd;
    private final Set<String> taken = new HashSet<>();

    RandomNames(Random random, boolean odd) {
        this.random = random;
        this.odd = odd;
    }

    /** A name for a table or view, one of few, so that two schemas have some in common. */
    Identifier table() {
        return take(TABLES, PLAIN_TABLES);
    }

    /** Names for columns of one table. */
    RandomNames columns() {
        return new RandomNames(random, odd);
    }

    Identifier column() {
        return take(COLUMNS, PLAIN_COLUMNS);
    }

    /** A name that tells what it is for, different from all others of the schema. */
    Identifier of(String prefix) {
        String base = prefix + "_" + (odd && random.nextInt(5) == 0 ? "x '\"y" : Integer.toString(random.nextInt(30)));
        return unique(base);
    }

    private Identifier take(List<String> pool, int plain) {
        return unique(pool.get(random.nextInt(odd ? pool.size() : plain)));
    }

    private Identifier unique(String base) {
        String name = base;
        int number = 2;
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name = base + number++;
        }
        return new Identifier(name);
    }

    void reserve(Identifier name) {
        taken.add(name.value().toLowerCase(Locale.ROOT));
    }
}
