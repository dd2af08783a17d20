// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlCase;

/** Writes expressions. What is not known here is refused. */
final class Expressions {

    private static final Map<String, SqlForm> CLOCKS = Map.of(
            "CURRENT_DATE", SqlForm.CURRENT_DATE,
            "CURRENT_TIME", SqlForm.CURRENT_TIME,
            "CURRENT_TIMESTAMP", SqlForm.CURRENT_TIMESTAMP,
            "LOCALTIMESTAMP", SqlForm.LOCALTIMESTAMP);
    private static final List<String> REFUSED_WORDS = List.of(
            "CURRENT_USER",
            "SESSION_USER",
            "SYSTEM_USER",
            "USER",
            "LOCALTIME",
            "CURRENT_ROLE",
            "CURRENT_SCHEMA",
            "CURRENT_CATALOG",
            "CURRENT_PATH");

    private final Renderer renderer;
    private final Problems problems;
    private final Literals literals;
    private final Arithmetic arithmetic;
    private final Conditions conditions;
    private final Functions functions;
    private final Casts casts;

    Expressions(Renderer renderer) {
        this.renderer = renderer;
        this.problems = renderer.problems;
        this.literals = new Literals(renderer.target, problems);
        this.arithmetic = new Arithmetic(renderer, this);
        this.conditions = new Conditions(renderer, this);
        this.functions = new Functions(renderer, this);
        this.casts = new Casts(renderer, this);
    }

    Rendered render(SqlNode node, Scope scope) {
        if (node instanceof SqlLiteral literal) {
            return literals.render(literal);
        }
        if (node instanceof SqlIdentifier name) {
            return name(name, scope);
        }
        if (node.isA(SqlKind.QUERY)) {
            return subquery(node, scope);
        }
        if (node instanceof SqlCase branches) {
            return conditions.branches(branches, scope);
        }
        return node instanceof SqlBasicCall call ? call(call, scope) : refuse(node, node.getKind().sql);
    }

    private Rendered call(SqlCall call, Scope scope) {
        return switch (call.getKind()) {
            case PLUS, MINUS, TIMES, DIVIDE, MOD, MINUS_PREFIX, PLUS_PREFIX -> arithmetic.render(call, scope);
            case AND,
                    OR,
                    NOT,
                    EQUALS,
                    NOT_EQUALS,
                    LESS_THAN,
                    LESS_THAN_OR_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_OR_EQUAL,
                    IS_NULL,
                    IS_NOT_NULL,
                    IS_TRUE,
                    IS_NOT_TRUE,
                    IS_FALSE,
                    IS_NOT_FALSE,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM,
                    IN,
                    NOT_IN,
                    BETWEEN,
                    LIKE,
                    EXISTS -> conditions.render(call, scope);
            case CAST -> casts.render(call, scope);
            case LITERAL_CHAIN -> chain(call);
            case CEIL, FLOOR, TRIM, POSITION, EXTRACT, TIMESTAMP_DIFF, OTHER_FUNCTION -> functions.render(call, scope);
            case OTHER ->
                call.getOperator().getName().equals("||")
                        ? arithmetic.concatenation(call, scope)
                        : refuse(call, call.getOperator().getName());
            default -> refuse(call, call.getOperator().getName());
        };
    }

    private Rendered refuse(SqlNode node, String what) {
        return problems.add(node, "'" + what + "' is not portable.", null);
    }

    private Rendered chain(SqlCall call) {
        StringBuilder joined = new StringBuilder();
        for (SqlNode part : call.getOperandList()) {
            joined.append(Literals.string(part));
        }
        return literals.render(SqlLiteral.createCharString(joined.toString(), call.getParserPosition()));
    }

    private Rendered name(SqlIdentifier name, Scope scope) {
        String word = name.getSimple().toUpperCase(Locale.ROOT);
        if (name.isSimple() && !name.isComponentQuoted(0)) {
            SqlForm clock = CLOCKS.get(word);
            if (clock != null) {
                Kind kind = clock == SqlForm.CURRENT_DATE
                        ? Kind.DATE
                        : clock == SqlForm.CURRENT_TIME ? Kind.TIME : Kind.TIMESTAMP;
                Rendered written = renderer.form(name, clock, kind);
                return new Rendered(written.sql(), written.level(), kind, true, false);
            }
            if (REFUSED_WORDS.contains(word)) {
                return refuse(name, word);
            }
        }
        return renderer.columns.column(name, scope);
    }

    private Rendered subquery(SqlNode node, Scope scope) {
        Queries.Query query = renderer.queries.render(node, scope, false);
        List<Queries.Output> outputs = query.outputs();
        if (outputs == null) {
            return Rendered.atom("(" + query.sql() + ")", Kind.UNKNOWN);
        }
        if (outputs.size() != 1) {
            return problems.add(
                    node,
                    "A query in the place of a value must have one column, but has " + outputs.size() + ".",
                    null);
        }
        return Rendered.atom("(" + query.sql() + ")", outputs.get(0).value().kind());
    }

    /** Checks that a value can be a condition. */
    Rendered condition(SqlNode node, Scope scope, String what) {
        Rendered value = render(node, scope);
        return value.kind() == Kind.BOOLEAN || value.kind() == Kind.UNKNOWN || value.kind() == Kind.NULL
                ? value
                : renderer.wrongKind(node, what, value.kind(), "truth value", "Write a comparison.");
    }
}
