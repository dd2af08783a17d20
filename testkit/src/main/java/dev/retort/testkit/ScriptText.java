// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The statements of one revision as a script for a database's own client. */
final class ScriptText {

    private ScriptText() {}

    static String of(List<Statement> statements, Dialect dialect) {
        List<String> lines = new ArrayList<>();
        Set<String> made = new TreeSet<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.SessionSetting setting && made.add(setting.key())) {
                lines.add(setting.set());
            }
        }
        lines.add(dialect.scriptBegin());
        for (Statement statement : statements) {
            if (statement instanceof Statement.Sql sql && sql.placement() == Statement.Placement.AUTOCOMMIT) {
                lines.addAll(List.of("COMMIT", sql.sql(), dialect.scriptBegin()));
            } else if (statement instanceof Statement.Sql sql) {
                lines.add(sql.sql());
            } else if (statement instanceof Statement.Assertion assertion) {
                lines.addAll(assertion.offline());
            }
        }
        lines.add("COMMIT");
        return lines.stream().map(line -> dialect.scriptStatement(line) + "\n").collect(Collectors.joining());
    }
}
