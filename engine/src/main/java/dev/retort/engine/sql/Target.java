// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlForm;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * The dialect that is written.
 *
 * @param dialect its quoting, its literals and its profile
 */
record Target(Dialect dialect) {

    String name(String name) {
        return dialect.writer().name(Identifier.of(name)).toString();
    }

    String name(QualifiedName name) {
        return dialect.writer().name(name).toString();
    }

    String literal(Literal literal) {
        return dialect.writer().literal(literal).toString();
    }

    boolean has(SqlForm form) {
        return dialect.sqlProfile().form(form).isPresent();
    }

    /** A form with its operands, or empty if the dialect has none. */
    Optional<Rendered> form(SqlForm form, Kind kind, List<Rendered> operands) {
        return dialect.sqlProfile().form(form).map(template -> Template.fill(template, kind, operands));
    }

    /** Whether the first operand stands in a form more than once. */
    boolean repeatsOperand(SqlForm form) {
        return dialect.sqlProfile()
                .form(form)
                .filter(template -> template.indexOf("{0}") != template.lastIndexOf("{0}"))
                .isPresent();
    }

    String refusal(SqlForm form) {
        return dialect.sqlProfile().refusal(form);
    }
}
