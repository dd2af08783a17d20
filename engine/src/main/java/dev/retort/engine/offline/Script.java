// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.offline;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The text of a script while it grows: statements, transactions, comments. */
final class Script {

    private final Dialect dialect;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> settings = new LinkedHashSet<>();
    private final Map<String, Statement.SessionSetting> timeouts = new LinkedHashMap<>();
    private boolean open;

    Script(Dialect dialect) {
        this.dialect = dialect;
    }

    void comment(String words) {
        for (String line : words.lines().toList()) {
            text.append("-- ").append(line).append('\n');
        }
    }

    void blankLine() {
        text.append('\n');
    }

    void begin() {
        if (!open) {
            open = true;
            line(dialect.scriptBegin());
            blankLine();
        }
    }

    void commit() {
        if (open) {
            open = false;
            line("COMMIT");
            blankLine();
        }
    }

    void sql(String sql) {
        line(sql);
        blankLine();
    }

    private void line(String sql) {
        text.append(dialect.scriptStatement(sql)).append('\n');
    }

    /**
     * Makes settings, outside transactions and once for the whole script. A script cannot ask for the value before, so it
     * cannot put it back; the session of the client ends with the script.
     */
    void settings(List<Statement> statements) {
        List<Statement.SessionSetting> fresh = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.SessionSetting setting && settings.add(setting.key())) {
                fresh.add(setting);
            }
        }
        if (!fresh.isEmpty()) {
            comment("For the rest of this session:");
            fresh.forEach(setting -> line(setting.set()));
            blankLine();
        }
    }

    /** Makes the timeouts be these and no others, inside a transaction or outside. */
    void timeouts(List<Statement.SessionSetting> wanted) {
        int before = text.length();
        Set<String> keys = wanted.stream().map(Statement.SessionSetting::key).collect(Collectors.toSet());
        for (Statement.SessionSetting made : List.copyOf(timeouts.values())) {
            if (!keys.contains(made.key())) {
                timeouts.remove(made.key());
                String reset = made.reset();
                if (reset == null) {
                    comment("For the rest of this session: " + made.set());
                } else {
                    line(reset);
                }
            }
        }
        for (Statement.SessionSetting setting : wanted) {
            if (!setting.equals(timeouts.put(setting.key(), setting))) {
                line(setting.set());
            }
        }
        if (text.length() > before) {
            blankLine();
        }
    }

    /** Writes a statement of a revision. @param transactional whether those that may are in a transaction */
    void statement(Statement statement, boolean transactional) {
        if (statement instanceof Statement.Sql sql) {
            place(transactional && sql.placement() == Statement.Placement.IN_TRANSACTION);
            String words = sql.comment();
            if (words != null) {
                comment(words);
            }
            sql(sql.sql());
        } else if (statement instanceof Statement.Assertion assertion) {
            place(transactional);
            comment("Stops here if: " + assertion.message().replace("%s", "...").strip());
            assertion.offline().forEach(this::line);
            blankLine();
        }
    }

    private void place(boolean inside) {
        if (inside) {
            begin();
        } else {
            commit();
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
