// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.List;
import java.util.Map;

/** Type names in the spelling of {@code format_type}. */
public final class TypeNames {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int8", "bigint"),
            Map.entry("float", "double precision"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("bool", "boolean"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("nchar varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("nchar", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("time", "time without time zone"));

    private TypeNames() {}

    /**
     * A type in PostgreSQL's own spelling.
     *
     * @param sql a type's text
     * @return the same type as {@code format_type} writes it, as far as its name is one of the built-in ones
     */
    public static String canonical(String sql) {
        return canonical(Lexer.tokens(sql));
    }

    static String canonical(List<Token> tokens) {
        StringBuilder base = new StringBuilder();
        StringBuilder modifier = new StringBuilder();
        StringBuilder brackets = new StringBuilder();
        int depth = 0;
        for (Token token : tokens) {
            if (token.is("[")) {
                brackets.setLength(0);
                brackets.append("[]");
                depth = -1;
            } else if (token.is("]")) {
                depth = 0;
            } else if (depth < 0 || token.is("array")) {
                if (token.is("array")) {
                    brackets.append("[]");
                }
            } else if (token.is("(")) {
                depth++;
                modifier.append('(');
            } else if (token.is(")")) {
                depth--;
                modifier.append(')');
            } else if (depth > 0) {
                modifier.append(token.text());
            } else {
                boolean tight = token.is(".") || base.length() == 0 || base.charAt(base.length() - 1) == '.';
                base.append(tight ? "" : " ").append(token.isName() ? Names.type(token) : token.text());
            }
        }
        return named(base.toString(), modifier.toString()) + brackets;
    }

    private static String named(String base, String modifier) {
        String name = base.startsWith("pg_catalog.") ? base.substring("pg_catalog.".length()) : base;
        name = name.startsWith("national ") ? name.substring("national ".length()) : name;
        name = ALIASES.getOrDefault(name, name);
        if (name.equals("character") && modifier.isEmpty()) {
            return "character(1)";
        }
        if (name.equals("bit") && modifier.isEmpty()) {
            return "bit(1)";
        }
        if (name.equals("numeric") && !modifier.isEmpty() && modifier.indexOf(',') < 0) {
            return "numeric" + modifier.replace(")", ",0)");
        }
        for (String kind : List.of("timestamp", "time")) {
            if (name.startsWith(kind + " ")) {
                return kind + modifier + name.substring(kind.length());
            }
        }
        return name + modifier;
    }

    /**
     * The name by which the catalogue knows a type, after which PostgreSQL also names columns.
     *
     * @param tokens a type as it stands in SQL
     * @return its last name, without namespace, modifiers and brackets
     */
    static String inCatalogue(List<Token> tokens) {
        Token first = tokens.get(0);
        int last = 0;
        while (last + 2 < tokens.size() && tokens.get(last + 1).is(".")) {
            last += 2;
        }
        if (last > 0 || first.kind() != Token.Kind.WORD) {
            return tokens.get(last).value();
        }
        boolean varying = tokens.stream().anyMatch(token -> token.is("varying"));
        boolean zone = tokens.stream().anyMatch(token -> token.is("with"));
        return switch (first.value()) {
            case "int", "integer" -> "int4";
            case "smallint" -> "int2";
            case "bigint" -> "int8";
            case "real" -> "float4";
            case "float" -> tokens.size() > 2 && isSingle(tokens.get(2)) ? "float4" : "float8";
            case "double" -> "float8";
            case "decimal", "dec" -> "numeric";
            case "boolean" -> "bool";
            case "character", "char", "nchar", "national" -> varying ? "varchar" : "bpchar";
            case "bit" -> varying ? "varbit" : "bit";
            case "time" -> zone ? "timetz" : "time";
            case "timestamp" -> zone ? "timestamptz" : "timestamp";
            default -> first.value();
        };
    }

    private static boolean isSingle(Token precision) {
        return precision.text().matches("\\d{1,2}") && Integer.parseInt(precision.text()) <= 24;
    }
}
