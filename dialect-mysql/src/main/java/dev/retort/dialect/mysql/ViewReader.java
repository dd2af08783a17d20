// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads views. MySQL's catalogue has neither their algorithm nor the names of their columns, so that each is asked for by
 * itself; MariaDB's lacks the character sets in front of constants, so that those with constants are.
 */
record ViewReader(Flavor flavor, Rows rows, List<String> schemas, MysqlInspector.Names names, Header header) {

    void read(SchemaBuilder schema) throws SQLException {
        String algorithm = flavor.isMariaDb() ? ", algorithm" : "";
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name, view_definition, check_option, security_type, definer" + algorithm
                        + " FROM information_schema.views WHERE table_schema IN %s ORDER BY table_name",
                schemas)) {
            QualifiedName name = names.of(row.text("table_schema"), row.text("table_name"));
            if (names.isWanted(name)) {
                schema.view(view(name, row));
            }
        }
    }

    private View view(QualifiedName name, Rows.Row row) throws SQLException {
        String query = row.text("view_definition");
        String algorithm = row.text("algorithm");
        List<Identifier> columns = List.of();
        if (!flavor.isMariaDb() || query.indexOf('\'') >= 0) {
            String shown = rows
                    .list("SHOW CREATE VIEW " + Quote.name(row.text("table_schema")) + "."
                            + Quote.name(row.text("table_name")))
                    .stream()
                    .map(text -> text.text("create view"))
                    .findFirst()
                    .orElse("");
            List<Token> tokens = Lexer.read(shown);
            int at = view(tokens);
            algorithm = algorithm(tokens);
            columns = columns(tokens, at);
            query = query(shown, tokens, at, row.text("check_option"));
        }
        String schema = row.text("table_schema");
        return new View(
                name,
                columns,
                SqlText.verbatim(schema.equals(names.database()) ? names.withoutDatabase(query) : query),
                false,
                null,
                options(algorithm, row));
    }

    private Options options(String algorithm, Rows.Row row) {
        MysqlOptions words = new MysqlOptions(flavor);
        Options options = words.with(Options.NONE, MysqlOptions.ALGORITHM, algorithm);
        options = words.with(options, MysqlOptions.SQL_SECURITY, row.text("security_type"));
        options = words.with(options, MysqlOptions.CHECK_OPTION, row.text("check_option"));
        options = words.with(options, MysqlOptions.DEFINER, header.definer(row.text("definer")));
        return words.view(options);
    }

    /** Where the word VIEW stands, behind the definer, which may be called so. */
    private static int view(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("VIEW")) {
                return i;
            }
        }
        return tokens.size();
    }

    private static String algorithm(List<Token> tokens) {
        boolean said = tokens.size() > 3 && tokens.get(1).is("ALGORITHM");
        return said ? tokens.get(3).text().toLowerCase(Locale.ROOT) : "";
    }

    private static int as(List<Token> tokens, int view) {
        int at = view;
        while (at < tokens.size() && !tokens.get(at).is("AS")) {
            at++;
        }
        return at;
    }

    private static List<Identifier> columns(List<Token> tokens, int view) {
        List<Identifier> columns = new ArrayList<>();
        int as = as(tokens, view);
        boolean inside = false;
        for (int i = view; i < as; i++) {
            inside = inside || tokens.get(i).isSymbol("(");
            if (inside && tokens.get(i).kind() == Token.Kind.NAME) {
                columns.add(new Identifier(tokens.get(i).value()));
            }
        }
        return columns;
    }

    private static String query(String sql, List<Token> tokens, int view, String check) {
        int as = as(tokens, view);
        if (as + 1 >= tokens.size()) {
            return sql;
        }
        boolean checked = !check.isEmpty() && !check.equals("NONE");
        int end = checked ? tokens.get(tokens.size() - 5).end() : sql.length();
        return sql.substring(tokens.get(as + 1).start(), end);
    }
}
