// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import static dev.retort.engine.plan.ConformanceGraph.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionSymbolParser;
import dev.retort.engine.graph.SymbolResolver;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks the graph and the planner a recorded question and brings the answer into the form of the record. */
final class ConformanceAnswers {

    /** A step as recorded: way, id, sorted rows. */
    record Move(String way, String id, TreeSet<String> rows) {
        static Move of(Step step) {
            return new Move(
                    step.direction() == Direction.UP ? "up" : "down",
                    step.revision().value(),
                    sorted(step.after().ids()));
        }
    }

    /** Steps, the rows after them, and whether there was a warning. */
    record Moves(List<Move> steps, TreeSet<String> rows, boolean warned) {}

    private final RevisionGraph graph;
    private final Planner planner;

    ConformanceAnswers(RevisionGraph graph) {
        this.graph = graph;
        this.planner = new Planner(graph);
    }

    Map<String, Object> structure(JsonNode expect) {
        Map<String, Object> answer = new TreeMap<>();
        answer.put("heads", sorted(graph.heads()));
        answer.put("bases", sorted(graph.bases()));
        answer.put("effective_heads", sorted(graph.effectiveHeads()));
        answer.put("branch_points", sorted(graph.branchPoints()));
        answer.put("merge_points", sorted(graph.mergePoints()));
        Map<String, Object> labels = new TreeMap<>();
        Map<String, Object> dependencies = new TreeMap<>();
        Map<String, Object> normalized = new TreeMap<>();
        for (RevisionId id : graph.all()) {
            if (!graph.labels(id).isEmpty()) {
                labels.put(id.value(), new TreeSet<>(graph.labels(id)));
            }
            if (!graph.dependencies(id).isEmpty()) {
                dependencies.put(id.value(), sorted(graph.dependencies(id)));
            }
            if (expect.get("normalized_down").has(id.value())) {
                normalized.put(id.value(), sorted(graph.normalizedBelow(id)));
            }
        }
        answer.put("labels", labels);
        answer.put("dependencies", dependencies);
        answer.put("normalized_down", normalized);
        return answer;
    }

    List<String> wholeHistory() {
        return values(graph.newestFirst(graph.all()));
    }

    List<String> resolve(JsonNode question) {
        List<String> places = new ArrayList<>();
        new SymbolResolver(graph).resolve(symbol(question)).places().forEach(place -> places.add(text(place)));
        return places;
    }

    String resolveOne(JsonNode question) {
        Place place = new SymbolResolver(graph).resolveOne(symbol(question));
        return place.revision().map(RevisionId::value).orElse("null");
    }

    Moves upgrade(JsonNode question) {
        return moves(planner.upgrade(rows(question), symbols(question.get("target"))));
    }

    Moves downgrade(JsonNode question) {
        return moves(planner.downgrade(rows(question), symbol(question)));
    }

    Moves apply(JsonNode question) {
        RowTracker tracker = new RowTracker(graph, rows(question));
        List<Move> steps = new ArrayList<>();
        for (JsonNode move : question.get("moves")) {
            RevisionId id = new RevisionId(move.get(1).asText());
            steps.add(Move.of(move.get(0).asText().equals("up") ? tracker.up(id) : tracker.down(id)));
        }
        return new Moves(steps, sorted(tracker.rows().ids()), false);
    }

    TreeSet<String> stamp(JsonNode question) {
        List<RevisionSymbol> targets = symbols(question.get("target"));
        boolean purge = question.path("purge").asBoolean();
        return sorted(planner.stamp(rows(question), targets, purge).rows().ids());
    }

    List<String> history(JsonNode question) {
        return values(planner.history(
                RevisionSymbolParser.parseRange(question.get("target").asText(), SourceLocation.COMMAND_LINE),
                question.has("from") ? rows(question) : null));
    }

    CurrentState current(JsonNode question) {
        return planner.current(rows(question));
    }

    List<String> iterate(JsonNode question) {
        RangeQuery query = new RangeQuery(
                new RangeEnd.Symbols(symbols(question.get("upper"))),
                new RangeEnd.Symbols(symbols(question.get("lower"))),
                question.get("inclusive").asBoolean(),
                question.get("implicit_base").asBoolean(),
                false);
        boolean down = question.get("for_downgrade").asBoolean();
        return values(down ? planner.downgradeBetween(query) : planner.between(query));
    }

    static TreeSet<String> sorted(Iterable<RevisionId> ids) {
        TreeSet<String> values = new TreeSet<>();
        ids.forEach(id -> values.add(id.value()));
        return values;
    }

    static TreeSet<String> sorted(RevisionSet ids) {
        return sorted((Iterable<RevisionId>) ids);
    }

    private static Moves moves(Plan plan) {
        return new Moves(
                plan.steps().stream().map(Move::of).toList(),
                sorted(plan.rows().ids()),
                plan.warnings().stream().anyMatch(warning -> warning.code() == ErrorCode.AMBIGUOUS_START));
    }

    private static VersionRows rows(JsonNode question) {
        return VersionRows.of(
                texts(question.get("from")).stream().map(RevisionId::new).toList());
    }

    private static RevisionSymbol symbol(JsonNode question) {
        return RevisionSymbol.parse(question.get("target").asText());
    }

    private static List<RevisionSymbol> symbols(JsonNode target) {
        return texts(target).stream().map(RevisionSymbol::parse).toList();
    }

    private static List<String> values(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }

    private static String text(Place place) {
        return place instanceof Place.Base
                ? "base"
                : place.revision().map(RevisionId::value).orElse("null");
    }
}
