// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.engine.text.Mentions;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.DropView;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Differences between views and triggers. What they depend on is known by the words of their text alone, so they are dropped
 * and made again around every change that they might depend on.
 */
final class TextChange {

    private final Schema from;
    private final Schema to;
    private final Set<String> disturbed = new HashSet<>();
    private final Set<QualifiedName> droppedViews = new TreeSet<>();
    private final Set<Trigger.Key> droppedTriggers = new TreeSet<>();

    TextChange(Schema from, Schema to, List<TableChange> changes, List<Table> dropped) {
        this.from = from;
        this.to = to;
        changes.stream()
                .filter(change -> !change.columns().disturbed().isEmpty())
                .forEach(change -> disturbed.add(change.target().name().name().value()));
        dropped.forEach(table -> disturbed.add(table.name().name().value()));
        findViews();
        findTriggers();
    }

    private void findViews() {
        boolean more = true;
        while (more) {
            more = false;
            for (View view : from.views().values()) {
                if (!droppedViews.contains(view.name()) && goes(view)) {
                    droppedViews.add(view.name());
                    disturbed.add(view.name().name().value());
                    more = true;
                }
            }
        }
    }

    private boolean goes(View view) {
        View target = to.views().get(view.name());
        return target == null || (!target.equals(view) && !differsInComment(view, target)) || isDisturbed(view.query());
    }

    private static boolean differsInComment(View view, View target) {
        View sameComment = new View(
                view.name(), view.columns(), view.query(), view.materialized(), target.comment(), view.options());
        return sameComment.equals(target);
    }

    private void findTriggers() {
        Set<QualifiedName> goneTables = new TreeSet<>(from.tables().keySet());
        goneTables.removeAll(to.tables().keySet());
        for (Trigger trigger : from.triggers().values()) {
            boolean same = trigger.equals(to.triggers().get(trigger.key()));
            boolean goesAlong = goneTables.contains(trigger.table());
            if (!goesAlong && (!same || isDisturbed(trigger))) {
                droppedTriggers.add(trigger.key());
            }
        }
    }

    private boolean isDisturbed(Trigger trigger) {
        SqlText when = trigger.when();
        return disturbed.contains(trigger.table().name().value())
                || droppedViews.contains(trigger.table())
                || isDisturbed(trigger.body())
                || (when != null && isDisturbed(when));
    }

    private boolean isDisturbed(SqlText text) {
        Mentions mentions = Mentions.of(text);
        return disturbed.stream().anyMatch(mentions::has);
    }

    List<Operation> drops() {
        List<Operation> operations = new ArrayList<>();
        droppedTriggers.forEach(key -> operations.add(new DropTrigger(key.table(), key.name(), false)));
        List<View> views = inOrder(droppedViews.stream().map(from.views()::get).toList());
        Collections.reverse(views);
        views.forEach(view -> operations.add(new DropView(view.name(), view.materialized(), false, false)));
        return operations;
    }

    List<Operation> creates() {
        List<Operation> operations = new ArrayList<>();
        for (View view : to.views().values()) {
            View present = from.views().get(view.name());
            if (present != null && !droppedViews.contains(view.name()) && !present.equals(view)) {
                operations.add(new ReplaceView(view));
            }
        }
        List<View> come = to.views().values().stream()
                .filter(view -> !from.views().containsKey(view.name()) || droppedViews.contains(view.name()))
                .toList();
        inOrder(come).forEach(view -> operations.add(new CreateView(view, false)));
        for (Trigger trigger : to.triggers().values()) {
            if (!trigger.equals(from.triggers().get(trigger.key())) || droppedTriggers.contains(trigger.key())) {
                operations.add(new CreateTrigger(trigger, false));
            }
        }
        return operations;
    }

    /** Views after those that they mention, and by name where that leaves a choice. */
    private static List<View> inOrder(List<View> views) {
        Map<QualifiedName, View> left = new LinkedHashMap<>();
        Map<QualifiedName, Mentions> mentions = new LinkedHashMap<>();
        views.forEach(view -> {
            left.put(view.name(), view);
            mentions.put(view.name(), Mentions.of(view.query()));
        });
        List<View> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            View next = left.values().stream()
                    .filter(view -> left.keySet().stream()
                            .noneMatch(other -> !other.equals(view.name())
                                    && mentions.get(view.name())
                                            .has(other.name().value())))
                    .findFirst()
                    .orElseGet(() -> left.values().iterator().next());
            left.remove(next.name());
            sorted.add(next);
        }
        return sorted;
    }
}
