// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One spelling for what stands behind {@code PARTITION BY}. The engine of each partition is left out, since it is that of
 * the table.
 */
public final class PartitionText {

    private static final Set<String> KEYWORDS = Set.of(
            "PARTITION",
            "PARTITIONS",
            "SUBPARTITION",
            "SUBPARTITIONS",
            "BY",
            "RANGE",
            "LIST",
            "HASH",
            "KEY",
            "LINEAR",
            "COLUMNS",
            "VALUES",
            "LESS",
            "THAN",
            "IN",
            "MAXVALUE",
            "DEFAULT",
            "COMMENT",
            "ALGORITHM",
            "NULL",
            "SYSTEM_TIME",
            "HISTORY",
            "CURRENT",
            "INTERVAL",
            "STARTS",
            "TIMESTAMP",
            "LIMIT",
            "AUTO",
            "DATA",
            "INDEX",
            "DIRECTORY",
            "TABLESPACE",
            "MAX_ROWS",
            "MIN_ROWS",
            "SECOND",
            "MINUTE",
            "HOUR",
            "DAY",
            "WEEK",
            "MONTH",
            "QUARTER",
            "YEAR");

    private final List<Token> tokens;
    private final List<String> words = new ArrayList<>();
    private int at;

    private PartitionText(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * @param sql what stands behind {@code PARTITION BY}, in any spelling
     * @return its plain spelling; applied again, it changes nothing
     */
    public static String canonical(String sql) {
        return new PartitionText(Lexer.read(sql)).read();
    }

    private String read() {
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.is("ENGINE") || (token.is("STORAGE") && isNext("ENGINE"))) {
                at += token.is("STORAGE") ? 2 : 1;
                at += at < tokens.size() && tokens.get(at).isSymbol("=") ? 2 : 1;
            } else if ((token.is("COMMENT") || token.is("ALGORITHM")) && !isNext("=")) {
                words.add(token.text().toUpperCase(Locale.ROOT));
                words.add("=");
                at++;
            } else if (isIntroducer(token)) {
                words.add(constant(token, tokens.get(at + 1)));
                at += 2;
            } else if (isExpression(token)) {
                words.add(token.text().toUpperCase(Locale.ROOT));
                at++;
                expression();
            } else {
                words.add(word(token));
                at++;
            }
        }
        boolean counted = words.contains("PARTITIONS") || words.contains("PARTITION");
        if (!counted && !words.isEmpty() && (words.contains("HASH") || words.contains("KEY"))) {
            words.add("PARTITIONS");
            words.add("1");
        }
        return joined();
    }

    private boolean isNext(String text) {
        return at + 1 < tokens.size()
                && (tokens.get(at + 1).is(text) || tokens.get(at + 1).isSymbol(text));
    }

    private boolean isIntroducer(Token token) {
        return token.kind() == Token.Kind.WORD
                && token.text().startsWith("_")
                && at + 1 < tokens.size()
                && (tokens.get(at + 1).kind() == Token.Kind.STRING
                        || tokens.get(at + 1).kind() == Token.Kind.BYTES);
    }

    /** The servers write the bytes of what has characters beyond the basic plane. */
    private static String constant(Token introducer, Token value) {
        boolean unicode = introducer.is("_utf8mb4") || introducer.is("_utf8mb3") || introducer.is("_utf8");
        if (!unicode) {
            return introducer.text().toLowerCase(Locale.ROOT) + " " + value.text();
        }
        String text = value.kind() == Token.Kind.STRING
                ? value.value()
                : new String(
                        HexFormat.of().parseHex(value.text().replaceAll("^0[xX]|^[xX]'|'$", "")),
                        StandardCharsets.UTF_8);
        return Quote.string(text);
    }

    private boolean isExpression(Token token) {
        return isNext("(") && (token.is("RANGE") || token.is("LIST") || token.is("HASH"));
    }

    /** What is computed has the spelling of all expressions. */
    private void expression() {
        int depth = 0;
        int from = at + 1;
        while (at < tokens.size()) {
            depth += tokens.get(at).isSymbol("(") ? 1 : tokens.get(at).isSymbol(")") ? -1 : 0;
            at++;
            if (depth == 0) {
                break;
            }
        }
        StringBuilder sql = new StringBuilder();
        tokens.subList(from, Math.max(from, at - 1))
                .forEach(token -> sql.append(token.text()).append(' '));
        words.add("(" + SqlTexts.expression(sql.toString()) + ")");
    }

    private String word(Token token) {
        return switch (token.kind()) {
            case STRING -> Quote.string(token.value());
            case NAME -> Quote.name(token.value());
            case WORD -> {
                String upper = token.text().toUpperCase(Locale.ROOT);
                yield KEYWORDS.contains(upper)
                        ? upper
                        : isNext("(") && !(at > 0 && isPartition(tokens.get(at - 1)))
                                ? token.text().toLowerCase(Locale.ROOT)
                                : Quote.name(token.text());
            }
            default -> token.text();
        };
    }

    private static boolean isPartition(Token token) {
        return token.is("PARTITION") || token.is("SUBPARTITION");
    }

    private String joined() {
        StringBuilder sql = new StringBuilder();
        for (String word : words) {
            boolean tight = sql.length() == 0
                    || word.equals(")")
                    || word.equals(",")
                    || sql.charAt(sql.length() - 1) == '('
                    || sql.charAt(sql.length() - 1) == '-';
            sql.append(tight ? "" : " ").append(word);
        }
        return sql.toString();
    }
}
