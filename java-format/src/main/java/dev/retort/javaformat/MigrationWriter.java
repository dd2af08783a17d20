// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.dialect.Timeouts;
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
import dev.retort.project.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a migration as a person would: one class, one call for each step. */
final class MigrationWriter {

    private static final String INDENT = "    ";
    private static final String INNER = INDENT + INDENT;

    /** In characters; a method may have 65,535 bytes of code, and a character makes less than one. */
    private static final int LONGEST_METHOD = 30_000;

    private static final String EXAMPLE = "op.addColumn(\"users\", column(\"is_active\", bool()));";

    /** The names by which the annotation and every step know them. */
    private static final Map<String, Function<Timeouts, @Nullable Duration>> TIMEOUTS = timeouts();

    private final Imports imports = new Imports();
    private final OperationCode operations = new OperationCode(imports, "op");

    String write(MigrationDraft draft) {
        Map<String, String> parts = parts(draft);
        String downgrade = parts.get("downgrade");
        return parts.get("imports") + "\n\n" + parts.get("annotation") + "\npublic final class " + parts.get("class")
                + " implements Migration {\n" + parts.get("upgrade") + "\n"
                + (downgrade.isEmpty() ? "" : "\n" + downgrade + "\n") + "}\n";
    }

    Map<String, String> parts(MigrationDraft draft) {
        imports.use(Migration.class);
        imports.use(Revision.class);
        imports.use(Operations.class);
        Map<String, String> parts = new HashMap<>();
        parts.put("annotation", annotation(draft.header()));
        parts.put("class", ClassNames.of(draft.header()));
        StringBuilder upgrade = new StringBuilder();
        method(upgrade, "upgrade", statements(draft.upgrade()), empty(draft));
        parts.put("upgrade", upgrade.toString().stripTrailing());
        StringBuilder downgrade = new StringBuilder();
        downgrade(downgrade, draft.downgrade());
        parts.put("downgrade", downgrade.toString().stripTrailing());
        // Last, because what is written above adds to them.
        parts.put("imports", ("import static dev.retort.operation.Dsl.*;\n\n" + imports.statements()).stripTrailing());
        return parts;
    }

    /** A file that is still to be filled in shows how; one that joins branches has nothing to do for good. */
    private static String empty(MigrationDraft draft) {
        return draft.downgrade() instanceof Downgrade.Auto ? EXAMPLE : "Nothing to do.";
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
        TIMEOUTS.forEach((name, get) -> {
            Duration timeout = get.apply(header.timeouts());
            addIf(timeout != null, values, name + " = " + text(timeout));
        });
        String flat = "@Revision(" + String.join(", ", values) + ")";
        return flat.length() <= Code.WIDTH
                ? flat
                : "@Revision(\n" + Code.CONTINUED + String.join(",\n" + Code.CONTINUED, values) + ")";
    }

    private static Map<String, Function<Timeouts, @Nullable Duration>> timeouts() {
        Map<String, Function<Timeouts, @Nullable Duration>> timeouts = new LinkedHashMap<>();
        timeouts.put("lockTimeout", Timeouts::lock);
        timeouts.put("statementTimeout", Timeouts::statement);
        timeouts.put("idleTimeout", Timeouts::idle);
        return Collections.unmodifiableMap(timeouts);
    }

    private static String text(@Nullable Duration timeout) {
        return timeout == null ? "" : string(DurationText.print(timeout));
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
        TIMEOUTS.forEach((name, get) -> {
            Duration timeout = get.apply(step.timeouts());
            if (timeout != null) {
                words.then(name, new Raw(text(timeout)));
            }
        });
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
            method(body, "downgrade", statements(steps.steps()), "Nothing to undo.");
        } else if (downgrade instanceof Downgrade.Irreversible irreversible) {
            Code statement = Words.call("op.irreversible", new Raw(string(irreversible.reason())))
                    .code();
            method(body, "downgrade", List.of(statement), "");
        }
    }

    private static void method(StringBuilder out, String name, List<Code> statements, String nothing) {
        List<String> parts = parts(statements);
        out.append(INDENT).append("@Override\n").append(INDENT).append("public ");
        if (parts.size() == 1) {
            body(out, name, parts.get(0));
        } else if (parts.isEmpty()) {
            body(out, name, INNER + "// " + nothing + "\n");
        } else {
            StringBuilder calls = new StringBuilder();
            for (int i = 1; i <= parts.size(); i++) {
                calls.append(INNER).append(name).append("Part").append(i).append("(op);\n");
            }
            body(out, name, calls.toString());
            for (int i = 1; i <= parts.size(); i++) {
                out.append('\n').append(INDENT).append("private ");
                body(out, name + "Part" + i, parts.get(i - 1));
            }
        }
    }

    private static void body(StringBuilder out, String name, String statements) {
        out.append("void ").append(name).append("(Operations op) {\n");
        out.append(statements).append(INDENT).append("}\n");
    }

    /** The statements in as many pieces as they need methods: the class file format limits the size of each. */
    private static List<String> parts(List<Code> statements) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (Code statement : statements) {
            if (part.length() > LONGEST_METHOD) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(INNER);
            statement.write(part, INNER);
            part.append(";\n");
        }
        if (part.length() > 0) {
            parts.add(part.toString());
        }
        return parts;
    }
}
