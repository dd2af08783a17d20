// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Lack;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.View;
import dev.retort.testkit.DialectHarness;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fills in what a case cannot say for all databases: {@code ${trigger_body:TABLE}}, {@code ${view_trigger_body:VIEW}},
 * {@code ${collation}}, {@code ${routine:NAME}} and {@code ${routine_key:NAME}}. Where the dialect has no such thing, any words
 * will do: the operation is to be refused. Where columns have no collations, only cases that are about them keep theirs.
 */
final class HarnessWords {

    private static final Pattern COLLATION = Pattern.compile(", collation: \\$\\{collation:\\d}");
    private static final Pattern WORD = Pattern.compile("\\$\\{(\\w+):(\\w+)}");
    private static final String NOTHING = "BEGIN END";

    private final DialectHarness harness;

    HarnessWords(DialectHarness harness) {
        this.harness = harness;
    }

    String fill(String text) {
        String lack = Lack.COLUMN_COLLATIONS.name();
        boolean without = harness.dialect().ddl().lacks().contains(Lack.COLUMN_COLLATIONS) && !text.contains(lack);
        String filled = without ? COLLATION.matcher(text).replaceAll("") : text;
        return WORD.matcher(filled).replaceAll(word -> java.util.regex.Matcher.quoteReplacement(value(word)));
    }

    private String value(MatchResult word) {
        String name = word.group(2);
        return switch (word.group(1)) {
            case "trigger_body" -> triggerBody(name);
            case "view_trigger_body" ->
                harness.viewTriggerBody(View.of(name, "SELECT 1"), new Random(0))
                        .map(body -> quoted(sql(body)))
                        .orElse(quoted(NOTHING));
            case "collation" ->
                quoted(
                        harness.collations().isEmpty()
                                ? "C"
                                : harness.collations()
                                        .get(Math.min(
                                                Integer.parseInt(name),
                                                harness.collations().size() - 1)));
            case "routine" -> routine(name, true);
            case "routine_key" -> routine(name, false);
            default -> throw new IllegalArgumentException("no such word: " + word.group());
        };
    }

    private String triggerBody(String name) {
        Table table = Table.of(
                QualifiedName.of(name),
                List.of(
                        Column.of("id", new DataType.Integer()).withNullable(false),
                        Column.of("name", new DataType.Varchar(40, TextAttributes.DEFAULT))));
        Optional<SqlText> body = harness.triggerBody(table, new Random(0));
        return quoted(sql(given(body.isPresent(), Capability.TRIGGERS, "triggerBody") ? body.orElseThrow() : null));
    }

    private String routine(String name, boolean whole) {
        String quotedName = harness.dialect()
                .writer()
                .name(new dev.retort.schema.Identifier(name))
                .toString();
        Optional<Routine> found = harness.routine(quotedName, new Random(0));
        Routine routine = given(found.isPresent(), Capability.ROUTINES, "routine")
                ? found.orElseThrow()
                : new Routine(
                        QualifiedName.of(name), Routine.Kind.FUNCTION, "", SqlText.verbatim("CREATE FUNCTION"), null);
        String key = "name: " + quoted(name) + ", kind: "
                + routine.kind().name().toLowerCase(Locale.ROOT) + ", arguments: " + quoted(routine.arguments());
        return whole ? key + ", definition: " + quoted(sql(routine.definition())) : key;
    }

    private boolean given(boolean present, Capability capability, String method) {
        if (!present && harness.dialect().can(capability)) {
            throw new AssertionError("the dialect says that " + capability.sentence()
                    + ", so the harness must override DialectHarness." + method);
        }
        return present;
    }

    private static String sql(@org.jspecify.annotations.Nullable SqlText text) {
        return text instanceof SqlText.Verbatim verbatim ? verbatim.sql() : NOTHING;
    }

    /** A YAML text in double quotes. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
