// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import dev.retort.dialect.sqlite.text.SqliteLexer;
import dev.retort.dialect.sqlite.text.TextEquivalence;
import dev.retort.dialect.sqlite.text.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the texts of all schemas may differ in; what one may is listed in {@code corpus-differences.txt}. */
final class AcceptedDifferences {

    private static final List<Everywhere> EVERYWHERE = List.of(
            new Everywhere("FOR EACH ROW", "", "SQLite has no other triggers"),
            new Everywhere("ON (DELETE|UPDATE) NO ACTION", "", "that is what happens when nothing is said"),
            new Everywhere("DEFAULT NULL", "", "a column without a default gets NULL"),
            new Everywhere(
                    "\\( (COALESCE \\( [^()]* \\)) \\)",
                    "$1",
                    "parentheses around a whole expression of an index say nothing"));

    /**
     * @param pattern     over the tokens of a text, with one blank between any two
     * @param replacement what stands for it before texts are compared
     * @param reason      why
     */
    private record Everywhere(Pattern pattern, String replacement, String reason) {

        Everywhere(String pattern, String replacement, String reason) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), replacement, reason);
        }
    }

    private AcceptedDifferences() {}

    /** The first difference that is not one of those accepted everywhere. */
    static Optional<String> difference(String one, String other) {
        return TextEquivalence.difference(meaning(one), meaning(other));
    }

    private static String meaning(String text) {
        String tokens = SqliteLexer.significant(text).stream().map(Token::text).collect(Collectors.joining(" "));
        for (Everywhere each : EVERYWHERE) {
            tokens = each.pattern().matcher(tokens).replaceAll(each.replacement());
        }
        return tokens;
    }
}
