// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionSymbol.Offset;
import org.jspecify.annotations.Nullable;

/**
 * The one reader of revision symbols and ranges.
 *
 * <pre>{@code
 * range   = [ symbol ] , ":" , [ symbol ] ;
 * symbol  = [ label , "@" ] , point ;
 * point   = name | [ counted ] , offset ;
 * offset  = ( "+" | "-" ) , digit , { digit } ;
 * counted = word , { word } ;               (* letters, digits and "_": no other name takes an offset *)
 * name    = "head" | "heads" | "base" | "current" | id | label | beginning ;
 * }</pre>
 */
public final class RevisionSymbolParser {

    private static final int MOST_DIGITS = 9;

    private RevisionSymbolParser() {}

    /**
     * Takes one symbol apart.
     *
     * @param text   what was written
     * @param origin where, for messages
     * @return the symbol
     * @throws RetortException with {@link ErrorCode#SYMBOL_SYNTAX}
     */
    public static RevisionSymbol parse(String text, SourceLocation origin) {
        int at = text.indexOf('@');
        String label = at < 0 ? null : text.substring(0, at);
        String point = text.substring(at + 1);
        if (point.isEmpty() || (label != null && label.isEmpty())) {
            throw syntax(text, origin, at < 0 ? "it is empty" : "something is missing beside '@'");
        }
        if (point.indexOf('@') >= 0) {
            throw syntax(text, origin, "it has more than one '@'");
        }
        if (text.indexOf(':') >= 0) {
            throw error(
                    text,
                    origin,
                    "'" + text + "' is a range, and a single revision is wanted here.",
                    "Ranges are for 'history -r', and for upgrade, downgrade and stamp with --sql.");
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw syntax(text, origin, "it has white space in it");
        }
        int sign = signOfOffset(point);
        if (sign < 0) {
            return new RevisionSymbol(text, label, point, point, null, origin);
        }
        String digits = point.substring(sign + 1);
        if (digits.length() > MOST_DIGITS) {
            throw syntax(text, origin, "its offset has more than " + MOST_DIGITS + " digits");
        }
        Offset offset = new Offset(point.charAt(sign) == '+', Integer.parseInt(digits));
        return new RevisionSymbol(text, label, point, sign == 0 ? null : point.substring(0, sign), offset, origin);
    }

    /**
     * Takes a range apart.
     *
     * @param text   what was written: {@code A:B}, {@code A:}, {@code :B} or {@code :}
     * @param origin where, for messages
     * @return the range
     * @throws RetortException with {@link ErrorCode#SYMBOL_SYNTAX}
     */
    public static SymbolRange parseRange(String text, SourceLocation origin) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            throw error(
                    text,
                    origin,
                    "'" + text + "' is no range: a range is written 'start:end', 'start:' or ':end'.",
                    text.indexOf(':') < 0
                            ? "'" + text + ":' is everything from there, ':" + text + "' everything up to there."
                            : "It has one ':', and both ends are included.");
        }
        return new SymbolRange(
                part(text.substring(0, colon).strip(), origin),
                part(text.substring(colon + 1).strip(), origin));
    }

    private static @Nullable RevisionSymbol part(String text, SourceLocation origin) {
        return text.isEmpty() ? null : parse(text, origin);
    }

    /** Where the sign of an offset stands that reaches to the end of the point, or -1. */
    private static int signOfOffset(String point) {
        int sign = 0;
        while (sign < point.length() && (Character.isLetterOrDigit(point.charAt(sign)) || point.charAt(sign) == '_')) {
            sign++;
        }
        if (sign >= point.length() - 1 || (point.charAt(sign) != '+' && point.charAt(sign) != '-')) {
            return -1;
        }
        boolean digits = point.substring(sign + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? sign : -1;
    }

    private static RetortException syntax(String text, SourceLocation origin, String why) {
        return error(
                text,
                origin,
                "'" + text + "' cannot name a revision: " + why + ".",
                "Write an id or its beginning, a label, head, heads or base, each with 'label@' before it and '+N' or '-N'"
                        + " behind it where wanted.");
    }

    private static RetortException error(String text, SourceLocation origin, String message, String hint) {
        return new RetortException(Finding.error(ErrorCode.SYMBOL_SYNTAX, message)
                .about(text)
                .at(origin)
                .withHint(hint));
    }
}
