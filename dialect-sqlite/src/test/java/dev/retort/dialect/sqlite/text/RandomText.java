// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.Random;

/** Writes words with odd spacing, comments between them, and names in every quoting style. */
class RandomText {

    final Random random;
    final StringBuilder out = new StringBuilder();

    RandomText(Random random) {
        this.random = random;
    }

    /** A condition over one of the columns, where single quotes would make a string. */
    final void expression(List<String> columns, boolean mayQualify) {
        List<String> usable = columns.isEmpty() ? List.of("1") : columns;
        String column = usable.get(random.nextInt(usable.size()));
        Runnable operand = () -> {
            if (column.equals("1")) {
                word("1");
            } else {
                if (mayQualify && one(4)) {
                    quotedName("t 1");
                    out.append(".");
                }
                quotedName(column);
            }
        };
        switch (random.nextInt(5)) {
            case 0 -> {
                operand.run();
                word("<> 'a, b)'");
            }
            case 1 -> {
                word("CASE WHEN");
                operand.run();
                word("IS NULL THEN 'alpha' ELSE");
                operand.run();
                word("END");
            }
            case 2 -> {
                word("length(");
                operand.run();
                word(") between 1 AND 10 or");
                operand.run();
                word("IN (1, 'key')");
            }
            case 3 -> {
                word("cast(");
                operand.run();
                word("AS text) || 'x' COLLATE nocase like '%' ");
            }
            default -> {
                word("NOT (");
                operand.run();
                word("-- ) \n > 3)");
            }
        }
    }

    final void name(String name) {
        gap();
        out.append(one(6) ? "'" + name.replace("'", "''") + "'" : styled(name));
    }

    /** A name where a single-quoted one would be a string. */
    final void quotedName(String name) {
        gap();
        out.append(styled(name));
    }

    private String styled(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> name.contains("]") ? SqliteName.quoted(name) : "[" + name + "]";
            case 1 -> "`" + name.replace("`", "``") + "`";
            case 2 -> SqliteName.sql(one(2) ? name : upper(name));
            default -> SqliteName.quoted(name);
        };
    }

    private static String upper(String name) {
        StringBuilder upper = new StringBuilder();
        name.chars().forEach(c -> upper.append((char) (c >= 'a' && c <= 'z' ? c - 32 : c)));
        return upper.toString();
    }

    final void word(String word) {
        gap();
        out.append(word);
    }

    final void punctuation(String mark) {
        if (one(4)) {
            gap();
        }
        out.append(mark);
        if (one(2)) {
            gap();
        }
    }

    final void gap() {
        out.append(
                switch (random.nextInt(14)) {
                    case 0 -> "\n  ";
                    case 1 -> " /* c" + random.nextInt(1000) + ", ( */ ";
                    case 2 -> " -- c" + random.nextInt(1000) + " ' \n";
                    case 3 -> "\t\r\n";
                    case 4 -> "\n -- c" + random.nextInt(1000) + "\n";
                    default -> " ";
                });
    }

    final boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}
