// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates a trigger, which must be told what sets it off. */
public final class TriggerStep extends OptionStep<TriggerStep> {

    private final String trigger;
    private final SqlText body;
    private final Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
    private Trigger.Timing timing = Trigger.Timing.AFTER;
    private List<Identifier> updateOf = List.of();
    private boolean forEachRow;
    private @Nullable SqlText condition;
    private @Nullable String comment;
    private boolean ifNotExists;

    TriggerStep(String trigger, String table, SqlText body) {
        super(table);
        this.trigger = trigger;
        this.body = body;
    }

    /** @param changes what sets it off, before it happens
     *  @return this */
    public TriggerStep before(Trigger.Event... changes) {
        return timing(Trigger.Timing.BEFORE, changes);
    }

    /** @param changes what sets it off, after it happened
     *  @return this */
    public TriggerStep after(Trigger.Event... changes) {
        return timing(Trigger.Timing.AFTER, changes);
    }

    /** @param changes what sets it off, in place of what was asked for
     *  @return this */
    public TriggerStep insteadOf(Trigger.Event... changes) {
        return timing(Trigger.Timing.INSTEAD_OF, changes);
    }

    private TriggerStep timing(Trigger.Timing value, Trigger.Event... changes) {
        timing = value;
        events.addAll(List.of(changes));
        return this;
    }

    /** @param columns the columns whose update sets it off
     *  @return this */
    public TriggerStep updateOf(String... columns) {
        updateOf = Identifier.listOf(columns);
        return this;
    }

    /** {@return this, now running once for every row} */
    public TriggerStep forEachRow() {
        forEachRow = true;
        return this;
    }

    /** @param expression when it runs, as SQL that is passed as it is
     *  @return this */
    public TriggerStep condition(String expression) {
        return condition(SqlText.verbatim(expression));
    }

    /** @param expression when it runs
     *  @return this */
    public TriggerStep condition(SqlText expression) {
        condition = expression;
        return this;
    }

    /** @param words words about it
     *  @return this */
    public TriggerStep comment(String words) {
        comment = words;
        return this;
    }

    /** {@return this, now without a mistake if the trigger exists already} */
    public TriggerStep ifNotExists() {
        ifNotExists = true;
        return this;
    }

    @Override
    Operation build() {
        Trigger made = new Trigger(
                new Identifier(trigger),
                name(),
                timing,
                events,
                updateOf,
                forEachRow,
                condition,
                body,
                comment,
                options());
        return new CreateTrigger(made, ifNotExists);
    }

    /** Drops a trigger. */
    public static final class Drop extends Step<Drop> {

        private final String trigger;
        private @Nullable QualifiedName table;
        private boolean ifExists;

        Drop(String trigger) {
            this.trigger = trigger;
        }

        /** @param name the table that it watches, in the connection's default namespace
         *  @return this */
        public Drop on(String name) {
            return on(QualifiedName.of(name));
        }

        /** @param name the table that it watches, with its namespace
         *  @return this */
        public Drop on(QualifiedName name) {
            table = name;
            return this;
        }

        /** {@return this, now without a mistake if the trigger does not exist} */
        public Drop ifExists() {
            ifExists = true;
            return this;
        }

        @Override
        Operation build() {
            return new DropTrigger(table, new Identifier(trigger), ifExists);
        }
    }
}
