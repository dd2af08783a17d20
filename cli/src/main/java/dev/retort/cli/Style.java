// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

/**
 * Colours, or none.
 *
 * @param on whether to colour
 */
record Style(boolean on) {

    String error(String text) {
        return code("1;31", text);
    }

    String warning(String text) {
        return code("1;33", text);
    }

    String note(String text) {
        return code("1;36", text);
    }

    String dim(String text) {
        return code("2", text);
    }

    String revision(String text) {
        return code("33", text);
    }

    String good(String text) {
        return code("32", text);
    }

    /** A piece of a drawing. Neighbours have neighbouring numbers, and these have different colours. */
    String branch(int number, String text) {
        return code(Integer.toString(31 + number % 6), text);
    }

    private String code(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
