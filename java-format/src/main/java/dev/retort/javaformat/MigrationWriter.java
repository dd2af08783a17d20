// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.javaformat.Code.Raw;
import dev.retort.migration.Condition;
import dev.retort.migration.Downgrade;
import dev.retort.migration.Migration;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationStep;
import dev.retort.migration.Revision;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.operation.Operations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes a migration as a person would: one class, one call for each step. */
final class MigrationWriter {

    private static final String INDENT = "    ";

    private final Imports imports = new Imports();
    private final OperationCode operations = new OperationCode(imports, "op");

    String write(MigrationDraft draft) {
        imports.use(Migration.class);
        imports.use(Revision.class);
        imports.use(Operations.class);
        String annotation = annotation(draft.header());
        StringBuilder body = new StringBuilder();
        method(body, "upgrade", statements(draft.upgrade()), "Nothing to do.");
        downgrade(body, draft.downgrade());
        return "import static dev.retort.operation.Dsl.*;\n\n" + imports.statements() + "\n" + annotation + "\n"
                + "public class " + ClassNames.of(draft.header()) + " implements Migration {\n" + body + "}\n";
    }

    private String annotation(MigrationHeader header) {
        List<String> values = new ArrayList<>();
        values.add("id = " + string(header.id().value()));
        List<String> parents = header.revises().stream().map(RevisionId::value).toList();
        addIf(!parents.isEmpty(), values, "revises = " + strings(parents));
        addIf(!header.message().isEmpty(), values, "message = " + string(header.message()));
        addIf(header.created() != null, values, "created = \"" + header.created() + "\"");
        addIf(!header.labels().isEmpty(), values, "labels = " + strings(header.labels()));
        addIf(!header.dependsOn().isEmpty(), values, "dependsOn = " + strings(header.dependsOn()));
        if (header.transaction() != TransactionMode.AUTO) {
            values.add("transaction = " + imports.use(TransactionMode.class) + "." + header.transaction());
        }
        String flat = "@Revision(" + String.join(", ", values) + ")";
        return flat.length() <= Code.WIDTH
                ? flat
                : "@Revision(\n" + Code.CONTINUED + String.join(",\n" + Code.CONTINUED, values) + ")";
    }

    private static void addIf(boolean condition, List<String> values, String value) {
        if (condition) {
            values.add(value);
        }
    }

    private static String string(String value) {
        return JavaLiterals.string(value);
    }

    private static String strings(Collection<String> values) {
        List<String> literals = values.stream().map(JavaLiterals::string).toList();
        return literals.size() == 1 ? literals.get(0) : "{" + String.join(", ", literals) + "}";
    }

    private List<Code> statements(List<MigrationStep> steps) {
        return steps.stream().map(this::statement).toList();
    }

    private Code statement(MigrationStep step) {
        Words words = step.operation().accept(operations);
        Condition when = step.when();
        condition(words, "dialect", when.dialects());
        condition(words, "target", when.targets());
        step.allow().forEach((rule, reason) -> words.then("allow", Words.text(rule), Words.text(reason)));
        return words.code();
    }

    private static void condition(Words words, String word, Collection<String> names) {
        if (!names.isEmpty()) {
            List<Code> sorted = Words.strings(names.stream().sorted().toList());
            words.then("when", Words.call(word, sorted).code());
        }
    }

    /** The computed inverse is what a class without a downgrade has. */
    private void downgrade(StringBuilder body, Downgrade downgrade) {
        if (downgrade instanceof Downgrade.Steps steps) {
            body.append('\n');
            method(body, "downgrade", statements(steps.steps()), "Nothing to undo.");
        } else if (downgrade instanceof Downgrade.Irreversible irreversible) {
            body.append('\n');
            Code statement = Words.call("op.irreversible", new Raw(string(irreversible.reason())))
                    .code();
            method(body, "downgrade", List.of(statement), "");
        }
    }

    private static void method(StringBuilder out, String name, List<Code> statements, String nothing) {
        String inner = INDENT + INDENT;
        out.append(INDENT).append("@Override\n").append(INDENT);
        out.append("public void ").append(name).append("(Operations op) {\n");
        if (statements.isEmpty()) {
            out.append(inner).append("// ").append(nothing).append('\n');
        }
        for (Code statement : statements) {
            out.append(inner);
            statement.write(out, inner);
            out.append(";\n");
        }
        out.append(INDENT).append("}\n");
    }
}
