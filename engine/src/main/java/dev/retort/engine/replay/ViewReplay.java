// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.engine.text.Mentions;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropRoutine;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.DropView;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is made of SQL text: views, routines and triggers. */
final class ViewReplay {

    private final Workspace workspace;

    ViewReplay(Workspace workspace) {
        this.workspace = workspace;
    }

    void apply(CreateView create) {
        QualifiedName name = create.view().name();
        if (!(create.ifNotExists() && workspace.schema.views().containsKey(name))) {
            workspace.isFree(name);
            workspace.schema.view(create.view());
        }
    }

    void apply(ReplaceView replace) {
        View view = replace.view();
        if (workspace.schema.views().containsKey(view.name()) || workspace.isFree(view.name())) {
            workspace.schema.view(view);
        }
    }

    void apply(DropView drop) {
        View view = workspace.schema.views().get(drop.view());
        if (view == null) {
            if (workspace.schema.tables().containsKey(drop.view())) {
                workspace.invalid("'" + drop.view() + "' is a table, not a view.", "Use drop_table.");
            } else if (!drop.ifExists()) {
                workspace.missing(
                        "view", drop.view(), "", workspace.schema.views().keySet(), "views");
            }
            return;
        }
        if (view.materialized() != drop.materialized()) {
            workspace.invalid(
                    "View '" + view.name() + "' is " + (view.materialized() ? "" : "not ") + "a materialized one.",
                    "Say materialized: " + view.materialized() + ".");
        }
        remove(view);
        if (drop.cascade()) {
            References.dropViewsThatMention(workspace.schema, Set.of(view.name().name()));
        }
    }

    private void remove(View view) {
        workspace.schema.views().remove(view.name());
        workspace.schema.triggers().keySet().removeIf(key -> key.table().equals(view.name()));
    }

    /** What a cascade takes along with a column: the views that mention both table and column, and those on them. */
    void dropViewsOn(Identifier table, Identifier column) {
        for (View view : List.copyOf(workspace.schema.views().values())) {
            Mentions mentions = Mentions.of(view.query());
            if (mentions.has(table.value()) && mentions.has(column.value())) {
                remove(view);
                References.dropViewsThatMention(
                        workspace.schema, Set.of(view.name().name()));
            }
        }
    }

    void apply(CreateRoutine create) {
        Routine routine = create.routine();
        if (workspace.schema.routines().containsKey(routine.key()) && !create.replace()) {
            workspace.exists("routine", routine.name(), "");
        }
        workspace.schema.routine(routine);
    }

    void apply(DropRoutine drop) {
        if (workspace.schema.routines().remove(drop.routine()) == null && !drop.ifExists()) {
            List<String> known = workspace.schema.routines().keySet().stream()
                    .map(ViewReplay::words)
                    .toList();
            workspace.missing("routine", words(drop.routine()), "", known, "routines");
        }
    }

    private static String words(Routine.Key key) {
        return key.name() + "(" + key.arguments() + ")";
    }

    void apply(CreateTrigger create) {
        Trigger trigger = create.trigger();
        if (workspace.schema.triggers().containsKey(trigger.key())) {
            if (!create.ifNotExists()) {
                workspace.exists("trigger", trigger.name(), " on '" + trigger.table() + "'");
            }
            return;
        }
        workspace.schema.trigger(trigger);
        if (!workspace.schema.views().containsKey(trigger.table())) {
            Table table = workspace.table(trigger.table());
            if (table != null) {
                workspace.haveColumns(table, trigger.updateOf());
            }
        }
    }

    void apply(DropTrigger drop) {
        Trigger.Key key = key(workspace.schema.triggers().keySet(), drop.table(), drop.trigger());
        if (key != null) {
            workspace.schema.triggers().remove(key);
        } else if (!drop.ifExists()) {
            List<Identifier> known = workspace.schema.triggers().keySet().stream()
                    .filter(k -> drop.table() == null || k.table().equals(drop.table()))
                    .map(Trigger.Key::name)
                    .toList();
            String where = drop.table() == null ? "" : " on '" + drop.table() + "'";
            workspace.missing("trigger", drop.trigger(), where, known, "triggers");
        }
    }

    /** The trigger of that name, on the given table if one is given. */
    static Trigger.@Nullable Key key(Iterable<Trigger.Key> keys, @Nullable QualifiedName table, Identifier trigger) {
        for (Trigger.Key key : keys) {
            if (key.name().equals(trigger) && (table == null || key.table().equals(table))) {
                return key;
            }
        }
        return null;
    }
}
