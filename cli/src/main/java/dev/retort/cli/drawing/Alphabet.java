// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

/** The characters of a drawing. */
public enum Alphabet {
    /** Box drawing characters. */
    UNICODE("●◉~│┊─┄├┤┼╮╭┬╯╰┴"),

    /** What every terminal has. */
    ASCII("*@~|:-~+++...'''");

    private static final int SIDES = Row.LEFT | Row.RIGHT;

    private final String characters;

    Alphabet(String characters) {
        this.characters = characters;
    }

    char of(int cell) {
        return characters.charAt(index(cell));
    }

    private static int index(int cell) {
        int dashed = (cell & Row.DASHED) == 0 ? 0 : 1;
        if ((cell & Row.REVISION) != 0) {
            return (cell & Row.CURRENT) == 0 ? 0 : 1;
        }
        if ((cell & Row.CUT) != 0) {
            return 2;
        }
        int sides = cell & SIDES;
        int side = sides == Row.RIGHT ? 1 : sides == Row.LEFT ? 0 : 2;
        if ((cell & Row.CROSSED) != 0 || sides == 0) {
            return 3 + dashed;
        }
        return switch (cell & (Row.UP | Row.DOWN)) {
            case 0 -> 5 + dashed;
            case Row.DOWN -> 10 + side;
            case Row.UP -> 13 + side;
            default -> 7 + (sides == Row.RIGHT ? 0 : sides == Row.LEFT ? 1 : 2);
        };
    }
}
