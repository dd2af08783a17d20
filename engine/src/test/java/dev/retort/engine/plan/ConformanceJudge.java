// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import static dev.retort.engine.plan.ConformanceGraph.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.plan.ConformanceAnswers.Move;
import dev.retort.engine.plan.ConformanceAnswers.Moves;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares answers with the record by the rules of the format: an empty text if they agree, else what differs. */
final class ConformanceJudge {

    private final ConformanceGraph recorded;
    private @Nullable ConformanceAnswers known;
    private int exactOrders;
    private int sameOrders;

    ConformanceJudge(ConformanceGraph recorded) {
        this.recorded = recorded;
    }

    int exactOrders() {
        return exactOrders;
    }

    int sameOrders() {
        return sameOrders;
    }

    String judge(JsonNode question) {
        JsonNode expect = question.get("expect");
        if (!expect.has("any_of")) {
            return judge(question, expect);
        }
        String difference = "";
        for (JsonNode answer : expect.get("any_of")) {
            difference = judge(question, answer);
            if (difference.isEmpty()) {
                break;
            }
        }
        return difference;
    }

    private String judge(JsonNode question, JsonNode expect) {
        String kind = question.get("kind").asText();
        Set<String> quirks = new HashSet<>(texts(question.get("quirk")));
        boolean model = quirks.isEmpty() || quirks.equals(Set.of("rows_not_maximal"));
        String difference = "";
        RetortException thrown = null;
        try {
            difference = answer(kind, question, expect, !quirks.isEmpty());
        } catch (RetortException e) {
            thrown = e;
        } catch (RuntimeException e) {
            return "crashed: " + e;
        }
        if (!model || expect.path("loads").asBoolean()) {
            return "";
        }
        if (expect.has("error")) {
            return ConformanceErrors.judge(kind, expect.get("error"), thrown);
        }
        return thrown == null ? difference : "must work, but " + ConformanceErrors.describe(thrown);
    }

    private String answer(String kind, JsonNode question, JsonNode expect, boolean quirk) {
        if (kind.equals("structure")) {
            return structure(expect);
        }
        ConformanceAnswers answers = answers();
        boolean failed = expect.has("error");
        switch (kind) {
            case "resolve" -> {
                Set<String> found = new HashSet<>(answers.resolve(question));
                return failed ? "" : same(new HashSet<>(texts(expect.get("revisions"))), found);
            }
            case "resolve_one" -> {
                String found = answers.resolveOne(question);
                return failed ? "" : same(expect.get("revision").asText(), found);
            }
            case "upgrade" -> {
                return moves(question, expect, answers.upgrade(question), quirk);
            }
            case "downgrade" -> {
                return moves(question, expect, answers.downgrade(question), quirk);
            }
            case "apply" -> {
                return moves(question, expect, answers.apply(question), quirk);
            }
            case "stamp" -> {
                TreeSet<String> rows = answers.stamp(question);
                return failed ? "" : same(new TreeSet<>(texts(expect.get("rows"))), rows);
            }
            case "history" -> {
                return ordered(expect, answers.history(question));
            }
            case "iterate" -> {
                return ordered(expect, answers.iterate(question));
            }
            case "current" -> {
                CurrentState state = answers.current(question);
                return failed
                        ? ""
                        : same(
                                        new TreeSet<>(texts(expect.get("revisions"))),
                                        ConformanceAnswers.sorted(state.revisions()))
                                + same(expect.get("at_heads").asBoolean(), state.atHeads());
            }
            default -> throw new IllegalArgumentException("question must be known, but was " + kind);
        }
    }

    private ConformanceAnswers answers() {
        if (known == null) {
            known = new ConformanceAnswers(recorded.build());
        }
        return known;
    }

    private String structure(JsonNode expect) {
        Outcome<RevisionGraph> outcome;
        try {
            outcome = RevisionGraph.of(recorded.headers());
        } catch (IllegalArgumentException illegalId) {
            throw new RetortException(Finding.error(ErrorCode.ILLEGAL_ID, String.valueOf(illegalId.getMessage())));
        }
        ConformanceAnswers answers = new ConformanceAnswers(outcome.orThrow());
        if (expect.has("error") || expect.has("loads")) {
            return "";
        }
        Map<String, Object> wanted = new TreeMap<>();
        for (String list : List.of("heads", "bases", "effective_heads", "branch_points", "merge_points")) {
            wanted.put(list, new TreeSet<>(texts(expect.get(list))));
        }
        for (String map : List.of("labels", "dependencies", "normalized_down")) {
            Map<String, Object> entries = new TreeMap<>();
            expect.get(map)
                    .properties()
                    .forEach(entry -> entries.put(entry.getKey(), new TreeSet<>(texts(entry.getValue()))));
            wanted.put(map, entries);
        }
        String difference = same(wanted, answers.structure(expect));
        return difference.isEmpty() ? ordered(expect, "history", answers.wholeHistory()) : difference;
    }

    private String ordered(JsonNode expect, List<String> found) {
        return expect.has("error") ? "" : ordered(expect, "revisions", found);
    }

    private String ordered(JsonNode expect, String field, List<String> found) {
        List<String> wanted = texts(expect.get(field));
        countOrder(expect, wanted, found);
        String difference = same(new TreeSet<>(wanted), new TreeSet<>(found));
        if (difference.isEmpty() && (wanted.size() != found.size() || !recorded.newestFirst(found))) {
            return "no valid order: " + found;
        }
        return difference;
    }

    private String moves(JsonNode question, JsonNode expect, Moves found, boolean quirk) {
        if (expect.has("error")) {
            return consistent(question, found);
        }
        List<String> wanted = new ArrayList<>();
        expect.get("steps").forEach(step -> wanted.add(step.get(1).asText()));
        List<String> ids = found.steps().stream().map(Move::id).toList();
        String difference = same(new TreeSet<>(wanted), new TreeSet<>(ids));
        if (!difference.isEmpty() || wanted.size() != ids.size()) {
            return difference.isEmpty() ? "steps twice: " + ids : difference;
        }
        if (question.get("kind").asText().equals("downgrade")) {
            boolean warned = texts(expect.get("warnings")).contains("ambiguous_relative_downgrade");
            difference += warned == found.warned() ? "" : "warning must be " + warned;
        }
        countOrder(expect, wanted, ids);
        if (!quirk) {
            difference += same(new TreeSet<>(texts(expect.get("rows"))), found.rows());
            for (int i = 0; wanted.equals(ids) && i < ids.size(); i++) {
                JsonNode step = expect.get("steps").get(i);
                difference += same(step.get(0).asText(), found.steps().get(i).way());
                difference += same(
                        new TreeSet<>(texts(step.get(2))), found.steps().get(i).rows());
            }
        }
        return difference + consistent(question, found);
    }

    /** The rows after every step worked out again from the graph, and a valid order. */
    private String consistent(JsonNode question, Moves found) {
        Set<String> applied = recorded.applied(texts(question.get("from")));
        for (Move move : found.steps()) {
            boolean up = move.way().equals("up");
            boolean changed = up ? applied.add(move.id()) : applied.remove(move.id());
            if (!changed || !recorded.applied(applied).equals(applied)) {
                return "step out of order: " + move;
            }
            String difference = same(recorded.rowsOf(applied), move.rows());
            if (!difference.isEmpty()) {
                return "after " + move.id() + ": " + difference;
            }
        }
        return "";
    }

    private void countOrder(JsonNode expect, List<String> wanted, List<String> found) {
        if (expect.path("order").asText().equals("exact")) {
            exactOrders++;
            sameOrders += wanted.equals(found) ? 1 : 0;
        }
    }

    private static String same(Object wanted, Object found) {
        return wanted.equals(found) ? "" : "must be " + wanted + ", but was " + found;
    }
}
