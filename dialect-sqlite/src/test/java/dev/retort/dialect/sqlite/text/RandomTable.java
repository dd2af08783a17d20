// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes CREATE TABLE statements that SQLite accepts, with every clause, odd spacing, comments and quoting styles. */
final class RandomTable extends RandomText {

    private static final List<String> NAMES = List.of(
            "alpha",
            "Beta",
            "gamma ray",
            "delta",
            "key",
            "end",
            "Straße",
            "zeta_1",
            "eta\"q",
            "theta]x",
            "action",
            "x`y");
    private static final List<String> TYPES = List.of(
            "INTEGER",
            "int",
            "TEXT",
            "VARCHAR(20)",
            "NUMERIC ( 10 , -2 )",
            "INT UNSIGNED",
            "BLOB SUB_TYPE TEXT",
            "double precision",
            "\"my type\"",
            "'odd type'(+3)",
            "[b t]",
            "REAL",
            "");
    private static final List<String> STRICT_TYPES = List.of("INTEGER", "int", "TEXT", "REAL", "blob", "ANY");
    private static final List<String> DEFAULTS = List.of(
            "1",
            "-1",
            "+ 2.5e3",
            "- 7",
            "'it''s'",
            "\"dq\"",
            "x'0aFF'",
            "NULL",
            "CURRENT_TIMESTAMP",
            "true",
            "bare",
            "(1 + 2)",
            "( abs(-1) -- why\n )",
            "(')')",
            "0x1F",
            "1_000");
    private static final List<String> COLLATIONS = List.of("NOCASE", "binary", "\"RTRIM\"", "[nocase]");
    private static final List<String> CONFLICTS = List.of("ROLLBACK", "abort", "FAIL", "IGNORE", "replace");

    private final List<String> columns = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final boolean strict;
    private final boolean withoutRowid;
    /** One for the whole table, for SQLite refuses two of the same key that differ. */
    private final String conflict;

    private boolean keyed;

    private RandomTable(Random random) {
        super(random);
        this.strict = one(4);
        this.withoutRowid = one(4);
        this.conflict = CONFLICTS.get(random.nextInt(CONFLICTS.size()));
    }

    static String text(Random random) {
        return new RandomTable(random).write();
    }

    private String write() {
        word("CREATE");
        word("TABLE");
        if (one(5)) {
            word("IF");
            word("NOT");
            word("EXISTS");
        }
        name("t 1");
        punctuation("(");
        int count = 1 + random.nextInt(6);
        List<String> pool = new ArrayList<>(NAMES);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                punctuation(",");
            }
            column(pool.remove(random.nextInt(pool.size())), i > 0 && one(5));
        }
        constraints();
        out.append(")");
        options();
        return out.toString();
    }

    private void column(String name, boolean generated) {
        name(name);
        List<String> types = strict ? STRICT_TYPES : TYPES;
        boolean autoincrement = !generated && !keyed && !withoutRowid && one(6);
        String type = autoincrement ? "INTEGER" : types.get(random.nextInt(types.size()));
        boolean integer = type.equalsIgnoreCase("INTEGER");
        if (!type.isEmpty()) {
            word(type);
        }
        columns.add(name);
        if (autoincrement || (!generated && !keyed && one(6))) {
            keyed = true;
            named();
            word("PRIMARY KEY");
            boolean ascending = one(4);
            if (ascending) {
                word("ASC");
            } else if (!integer && one(4)) {
                word("DESC");
            }
            conflict();
            if (autoincrement) {
                word("AUTOINCREMENT");
            }
        }
        if (generated) {
            named();
            if (one(2)) {
                // SQLite cuts these words off the type, but leaves a comment before or between them in it.
                out.append(" GENERATED \n ALWAYS");
            }
            word("AS");
            punctuation("(");
            expression(plain, false);
            punctuation(")");
            if (one(2)) {
                word(one(2) ? "STORED" : "virtual");
            }
        } else {
            plain.add(name);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            clause(generated);
        }
    }

    private void clause(boolean generated) {
        named();
        switch (random.nextInt(generated ? 6 : 8)) {
            case 0 -> {
                word("NOT");
                word("NULL");
                conflict();
            }
            case 1 -> {
                word("UNIQUE");
                conflict();
            }
            case 2 -> check();
            case 3 -> {
                word("COLLATE");
                word(COLLATIONS.get(random.nextInt(COLLATIONS.size())));
            }
            case 4 -> references(one(2) ? List.of("p") : List.of());
            case 5 -> word("NULL");
            default -> {
                word("DEFAULT");
                word(DEFAULTS.get(random.nextInt(DEFAULTS.size())));
            }
        }
    }

    private void constraints() {
        int count = random.nextInt(4) + (withoutRowid && !keyed ? 1 : 0);
        for (int i = 0; i < count; i++) {
            punctuation(i > 0 && one(4) ? " " : ",");
            named();
            int kind = random.nextInt(4);
            if ((withoutRowid || kind == 0) && !keyed) {
                keyed = true;
                word("PRIMARY");
                word("KEY");
                parts(plain);
                conflict();
            } else if (kind == 1) {
                check();
            } else if (kind == 2) {
                word("FOREIGN KEY");
                List<String> some = some(columns);
                punctuation("(");
                for (int c = 0; c < some.size(); c++) {
                    punctuation(c > 0 ? "," : "");
                    name(some.get(c));
                }
                punctuation(")");
                references(one(2) ? some : List.of());
            } else {
                word("UNIQUE");
                parts(columns);
                conflict();
            }
        }
    }

    private void parts(List<String> from) {
        List<String> some = some(from);
        punctuation("(");
        for (int i = 0; i < some.size(); i++) {
            punctuation(i > 0 ? "," : "");
            name(some.get(i));
            if (one(3)) {
                word("COLLATE");
                word(COLLATIONS.get(random.nextInt(COLLATIONS.size())));
            }
            if (one(3)) {
                word(one(2) ? "ASC" : "DESC");
            }
        }
        punctuation(")");
    }

    private void references(List<String> targets) {
        word("REFERENCES");
        name(one(3) ? "t 1" : "parent");
        if (!targets.isEmpty()) {
            punctuation("(");
            for (int i = 0; i < targets.size(); i++) {
                punctuation(i > 0 ? "," : "");
                name(targets.get(i));
            }
            punctuation(")");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            word("ON");
            word(one(2) ? "DELETE" : "update");
            word(List.of("SET NULL", "set /* x */ default", "CASCADE", "RESTRICT", "NO ACTION")
                    .get(random.nextInt(5)));
        }
        if (one(4)) {
            word("MATCH");
            word("FULL");
        }
        if (one(3)) {
            word((one(2) ? "NOT " : "") + "DEFERRABLE");
            if (one(2)) {
                word("INITIALLY " + (one(2) ? "DEFERRED" : "immediate"));
            }
        }
    }

    private void check() {
        word("CHECK");
        punctuation("(");
        expression(plain, true);
        punctuation(")");
    }

    private void options() {
        List<String> options = new ArrayList<>();
        if (withoutRowid && keyed) {
            options.add("WITHOUT /* no */ rowid");
        }
        if (strict) {
            options.add("STRICT");
        }
        if (one(2)) {
            java.util.Collections.reverse(options);
        }
        out.append(options.isEmpty() ? "" : " ").append(String.join(" , ", options));
        out.append(one(4) ? " ;" : "");
    }

    private List<String> some(List<String> from) {
        List<String> rest = new ArrayList<>(from);
        List<String> some = new ArrayList<>();
        for (int i = 1 + random.nextInt(Math.min(3, rest.size())); i > 0; i--) {
            some.add(rest.remove(random.nextInt(rest.size())));
        }
        return some;
    }

    private void named() {
        if (one(6)) {
            word("CONSTRAINT");
            name("c" + random.nextInt(100));
        }
    }

    private void conflict() {
        if (one(5)) {
            word("ON CONFLICT");
            word(conflict);
        }
    }
}
