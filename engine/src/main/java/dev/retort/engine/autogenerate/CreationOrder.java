// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.engine.text.Mentions;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Identifier;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Brings forward what something before it mentions: a type needs the function in its check, a function the view that it
 * reads, a view the aggregate that it calls. Everything else stays in its place. What depends on what is known by the
 * words of texts alone, so a mention may mean something else; then the order changes without need, but not for the worse.
 */
final class CreationOrder {

    private final List<Operation> operations;
    private final Map<SqlKey, OtherObject> others = new HashMap<>();
    private final Map<String, Set<Integer>> makers = new HashMap<>();
    private final Map<Integer, Set<Integer>> needs = new HashMap<>();

    /** What an execute says, to know which object it makes. */
    private record SqlKey(String text) {}

    private CreationOrder(List<Operation> operations, Schema to) {
        this.operations = operations;
        to.others()
                .values()
                .forEach(other -> others.put(new SqlKey(other.definition().toString()), other));
        for (int i = 0; i < operations.size(); i++) {
            String name = made(operations.get(i));
            if (!name.isEmpty()) {
                makers.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(i);
            }
        }
    }

    static List<Operation> of(List<Operation> operations, Schema to) {
        return new CreationOrder(operations, to).sorted();
    }

    /** The name, in lower case, of what an operation makes; empty if it makes nothing that can be mentioned. */
    private String made(Operation operation) {
        QualifiedName name = null;
        if (operation instanceof CreateTable create) {
            name = create.table().name();
        } else if (operation instanceof CreateView create) {
            name = create.view().name();
        } else if (operation instanceof CreateRoutine create) {
            name = create.routine().name();
        } else if (operation instanceof CreateEnum create) {
            name = create.type().name();
        } else if (operation instanceof CreateSequence create) {
            name = create.sequence().name();
        } else if (operation instanceof Execute execute) {
            OtherObject other = others.get(new SqlKey(execute.sql().toString()));
            name = other == null ? null : other.name();
        }
        return name == null ? "" : simple(name);
    }

    /** Where several objects can have one name, arguments or a table stand behind it. */
    private static String simple(QualifiedName name) {
        Identifier last = name.name();
        String text = last.value().toLowerCase(Locale.ROOT);
        int end = text.indexOf('(');
        return end > 0 ? text.substring(0, end).strip() : text;
    }

    private Set<Integer> needs(int index) {
        return needs.computeIfAbsent(index, key -> {
            Set<Integer> found = new LinkedHashSet<>();
            Operation operation = operations.get(index);
            if (!made(operation).isEmpty()) {
                for (String word : Mentions.of(CreatedText.of(operation)).words()) {
                    makers.getOrDefault(word, Set.of()).stream()
                            .filter(maker -> maker != index)
                            .forEach(found::add);
                }
            }
            return found;
        });
    }

    private List<Operation> sorted() {
        List<Operation> sorted = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        for (int i = 0; i < operations.size(); i++) {
            place(i, sorted, done);
        }
        return sorted;
    }

    private void place(int first, List<Operation> sorted, Set<Integer> done) {
        Deque<Integer> path = new ArrayDeque<>(List.of(first));
        Set<Integer> onPath = new HashSet<>(path);
        while (!path.isEmpty()) {
            int at = path.peek();
            Integer next = done.contains(at)
                    ? null
                    : needs(at).stream()
                            .filter(need -> !done.contains(need) && !onPath.contains(need))
                            .filter(need -> !(operations.get(at) instanceof CreateRoutine) || !reaches(need, at, done))
                            .findFirst()
                            .orElse(null);
            if (next != null) {
                path.push(next);
                onPath.add(next);
            } else {
                path.pop();
                onPath.remove(at);
                if (done.add(at)) {
                    sorted.add(operations.get(at));
                }
            }
        }
    }

    /** Whether something needs a routine in turn: the body of a routine may name what comes later. */
    private boolean reaches(int from, int routine, Set<Integer> done) {
        Deque<Integer> left = new ArrayDeque<>(List.of(from));
        Set<Integer> seen = new HashSet<>(left);
        while (!left.isEmpty()) {
            for (int need : needs(left.pop())) {
                if (need == routine) {
                    return true;
                }
                if (!done.contains(need) && seen.add(need)) {
                    left.push(need);
                }
            }
        }
        return false;
    }
}
