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
import dev.retort.schema.SqlText;
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
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brings forward what something before it mentions: a type needs the function in its check, a function the view that it
 * reads, a view the aggregate that it calls. Everything else stays in its place. What depends on what is known by the
 * words of texts alone, so a mention may mean something else; then the order changes without need, but not for the worse.
 */
final class CreationOrder {

    private static final Set<String> NEVER_NEEDED =
            Set.of("event trigger", "index", "publication", "rule", "statistics", "trigger");
    private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

    private final List<Operation> operations;
    private final Map<SqlKey, OtherObject> others = new HashMap<>();
    private final Map<String, Set<Integer>> makers = new HashMap<>();
    private final Map<Integer, Set<Integer>> needs = new HashMap<>();
    private final Map<Integer, Set<Integer>> wants = new HashMap<>();

    /** What an execute says, to know which object it makes. */
    private record SqlKey(String text) {}

    private CreationOrder(List<Operation> operations, Schema to) {
        this.operations = operations;
        to.others()
                .values()
                .forEach(other -> others.put(new SqlKey(other.definition().toString()), other));
        for (int i = 0; i < operations.size(); i++) {
            String name = made(operations.get(i));
            if (!name.isEmpty() && !isNeverNeeded(operations.get(i))) {
                makers.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(i);
            }
        }
    }

    static List<Operation> of(List<Operation> operations, Schema to) {
        return new CreationOrder(operations, to).sorted();
    }

    /** What nothing else can be made of, though it may have the name of something else. */
    private boolean isNeverNeeded(Operation operation) {
        return NEVER_NEEDED.contains(otherType(operation));
    }

    /** What brings something with it needs nothing of ours, though a table may be called like a word of its statement. */
    private boolean isExtension(Operation operation) {
        return otherType(operation).equals(OtherChange.FIRST);
    }

    private String otherType(Operation operation) {
        OtherObject other = operation instanceof Execute execute
                ? others.get(new SqlKey(execute.sql().toString()))
                : null;
        return other == null ? "" : other.type();
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

    /** What must be there before an operation: everything that it mentions, but for the body of a routine and indexes. */
    private Set<Integer> needs(int index) {
        return needs.computeIfAbsent(index, key -> {
            Operation operation = operations.get(index);
            if (operation instanceof CreateTable create) {
                return makers(index, Mentions.of(CreatedText.withoutIndexes(create)));
            }
            if (isExtension(operation)) {
                return Set.of();
            }
            SqlText text = CreatedText.of(operation);
            return makers(
                    index, operation instanceof CreateRoutine ? Mentions.outsideStrings(text) : Mentions.of(text));
        });
    }

    /** What the body of a routine or an index mentions: better there before it, but it can come later. */
    private Set<Integer> wants(int index) {
        Operation operation = operations.get(index);
        return operation instanceof CreateRoutine || operation instanceof CreateTable
                ? wants.computeIfAbsent(index, key -> makers(index, Mentions.of(CreatedText.of(operation))))
                : Set.of();
    }

    private Set<Integer> makers(int index, Mentions mentions) {
        Set<Integer> found = new TreeSet<>();
        if (!made(operations.get(index)).isEmpty()) {
            List<String> words = new ArrayList<>(mentions.words());
            words.addAll(operators(index));
            for (String word : words) {
                makers.getOrDefault(word, Set.of()).stream()
                        .filter(maker -> maker != index)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Operators have names without letters, and stand in texts as they are. */
    private List<String> operators(int index) {
        if (makers.keySet().stream().noneMatch(name -> OPERATOR.matcher(name).matches())) {
            return List.of();
        }
        return Mentions.textsOf(CreatedText.of(operations.get(index))).stream()
                .flatMap(sql -> OPERATOR.matcher(sql).results())
                .map(MatchResult::group)
                .toList();
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
                    : Stream.concat(
                                    needs(at).stream(),
                                    wants(at).stream().filter(want -> !done.contains(want) && !reaches(want, at, done)))
                            .filter(need -> !done.contains(need) && !onPath.contains(need))
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
