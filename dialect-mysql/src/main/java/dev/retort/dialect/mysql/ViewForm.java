// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.dialect.mysql.text.ViewText;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Views with their algorithm, security and check: as they are read back, and as they are created. */
record ViewForm(MysqlOptions options) {

    /** The plain form of a view, and the columns that it has, as far as they are known. MariaDB puts names in the query. */
    record Plain(View view, List<String> columns) {}

    Plain canonical(View view, Function<String, List<String>> columns) {
        View split = split(view);
        List<String> names = split.columns().stream().map(Identifier::value).toList();
        boolean listed = options.dialect().equals("mysql");
        ViewText text = ViewText.of(split.query().toString(), listed ? List.of() : names, columns);
        return new Plain(
                new View(
                        view.name(),
                        listed ? split.columns() : List.of(),
                        SqlText.verbatim(text.query()),
                        false,
                        null,
                        options.view(split.options())),
                listed && !names.isEmpty() ? names : text.columns());
    }

    /** A check that stands at the end of a query as an option. */
    private View split(View view) {
        String sql = view.query().toString();
        List<Token> tokens = Lexer.read(sql);
        int end = tokens.size();
        if (end > 0 && tokens.get(end - 1).isSymbol(";")) {
            end--;
        }
        if (end < 4 || !tokens.get(end - 1).is("OPTION") || !tokens.get(end - 2).is("CHECK")) {
            return view;
        }
        boolean local = tokens.get(end - 3).is("LOCAL");
        int with = local || tokens.get(end - 3).is("CASCADED") ? end - 4 : end - 3;
        if (with < 1 || !tokens.get(with).is("WITH")) {
            return view;
        }
        return new View(
                view.name(),
                view.columns(),
                SqlText.verbatim(sql.substring(0, tokens.get(with - 1).end())),
                view.materialized(),
                view.comment(),
                options.with(view.options(), MysqlOptions.CHECK_OPTION, local ? "local" : "cascaded"));
    }

    void create(SqlWriter sql, View view, boolean replace, boolean ifNotExists) {
        Options own = view.options();
        sql.sql("CREATE").sqlIf(replace, "OR REPLACE");
        String algorithm = options.text(own, MysqlOptions.ALGORITHM);
        sql.sqlIf(!algorithm.isEmpty(), "ALGORITHM=" + algorithm.toUpperCase(Locale.ROOT));
        String definer = Header.clause(options.text(own, MysqlOptions.DEFINER)).strip();
        sql.sqlIf(!definer.isEmpty(), definer);
        String security = options.text(own, MysqlOptions.SQL_SECURITY);
        sql.sqlIf(!security.isEmpty(), "SQL SECURITY " + security.toUpperCase(Locale.ROOT));
        sql.sql("VIEW").sqlIf(ifNotExists, "IF NOT EXISTS").name(view.name());
        if (!view.columns().isEmpty()) {
            sql.names(view.columns());
        }
        sql.sql("AS").newLine().text(view.query());
        String check = options.text(own, MysqlOptions.CHECK_OPTION);
        sql.sqlIf(!check.isEmpty(), "WITH " + check.toUpperCase(Locale.ROOT) + " CHECK OPTION");
    }
}
