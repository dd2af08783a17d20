// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.Random;

/** Writes words with odd spacing, comments between them, and names in every quoting style. */
class RandomText {

    final Random random;
    final StringBuilder out = new StringBuilder();

    RandomText(Random random) {
        this.random = random;
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
