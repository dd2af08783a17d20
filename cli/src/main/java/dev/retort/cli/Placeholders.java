// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import java.util.function.UnaryOperator;

/**
 * Fills in placeholders: <code>${NAME}</code>, and <code>${NAME:-default}</code>, whose default is also used for an empty
 * variable, as in a shell.
 *
 * @param variables where values come from
 */
record Placeholders(Variables variables) {

    /**
     * @param text a text with placeholders
     * @param hint what to do if a variable of this name is not set
     * @return the text with values in their place
     */
    String fill(String text, UnaryOperator<String> hint) {
        int start = text.indexOf("${");
        if (start < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int done = 0;
        while (start >= 0) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                throw new RetortException(Finding.error(
                                ErrorCode.BAD_URL, "The database URL has a placeholder ${ without its closing brace }.")
                        .withHint("Write ${NAME} or ${NAME:-default}."));
            }
            filled.append(text, done, start);
            filled.append(value(text.substring(start + 2, end), start == 0 && end == text.length() - 1, hint));
            done = end + 1;
            start = text.indexOf("${", done);
        }
        return filled.append(text, done, text.length()).toString();
    }

    private String value(String inside, boolean whole, UnaryOperator<String> hint) {
        int dash = inside.indexOf(":-");
        String name = dash < 0 ? inside : inside.substring(0, dash);
        String value = variables.get(name);
        if (value != null) {
            return value;
        }
        if (dash >= 0) {
            return inside.substring(dash + 2);
        }
        throw new RetortException(Finding.error(
                        whole ? ErrorCode.NO_URL : ErrorCode.UNSET_VARIABLE,
                        (whole ? "There is no database URL" : "The database URL is incomplete") + ": " + name
                                + " is set neither in the environment nor in a .env file.")
                .about(name)
                .withHint(whole ? hint.apply(name) : "Set " + name + ", or write ${" + name + ":-default}."));
    }
}
