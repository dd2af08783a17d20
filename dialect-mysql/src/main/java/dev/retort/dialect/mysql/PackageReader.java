// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.Identifier;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads packages of MariaDB: what one says and its body, which goes with it, are one object. */
record PackageReader(Rows rows, Header header) {

    private static final String SPECIFICATION = "PACKAGE";

    static boolean isPart(Rows.Row routine) {
        return routine.text("routine_type").startsWith(SPECIFICATION);
    }

    /**
     * @param parts rows of the routines' catalogue: the package, and its body if it has one
     */
    OtherObject read(QualifiedName name, List<Rows.Row> parts) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (Rows.Row part : parts) {
            String modes = header.modes(part.text("sql_mode"));
            if (modes != null) {
                statements.add("SET @retort_mode = @@sql_mode, sql_mode = " + Quote.string(modes));
            }
            statements.add(text(name, part));
            if (modes != null) {
                statements.add("SET sql_mode = @retort_mode");
            }
        }
        return new OtherObject(
                name.sibling(new Identifier("package " + name.name())),
                "package",
                SqlText.verbatim(ScriptCutter.script(statements)),
                SqlText.verbatim("DROP PACKAGE " + EventReader.written(name)));
    }

    private String text(QualifiedName name, Rows.Row part) throws SQLException {
        String type = part.text("routine_type");
        String full = Quote.name(part.text("routine_schema")) + "." + Quote.name(part.text("routine_name"));
        String shown = rows.list("SHOW CREATE " + type + " " + full).stream()
                .map(text -> text.text("create " + type.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
        List<Token> tokens = Lexer.read(shown);
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is(SPECIFICATION)) {
            at++;
        }
        at += type.equals(SPECIFICATION) ? 1 : 2;
        return at >= tokens.size()
                ? shown
                : "CREATE " + Header.clause(header.definer(part.text("definer"))) + type + " "
                        + EventReader.written(name)
                        + shown.substring(tokens.get(at).end());
    }
}
