// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of a drawing from revisions that come newest first. What a horizontal line touches decides what it means:
 * a revision, and then it leads to lanes that go on below (its parents) or comes from lanes that end there; or no revision,
 * and then the right lane ends in the left one, because both lead to the same parent. So a line can be followed in one way.
 */
final class Weaver {

    private final Lanes lanes = new Lanes();
    private final Set<String> known;
    private final Set<String> done = new LinkedHashSet<>();
    private int bottom = Lanes.NONE;

    /** The rows of one revision. */
    record Woven(List<Row> before, Row own, List<Row> after) {}

    /** Where a revision's horizontal line ends. */
    private record Join(int column, boolean dashed, int colour) {}

    /** @param known ids of all revisions that will come; lines to others are not drawn */
    Weaver(Set<String> known) {
        this.known = known;
    }

    /** A row in which nothing happens. */
    Row straight() {
        bottom = Lanes.NONE;
        return seen(Row.straight(lanes));
    }

    Woven weave(Knot knot) {
        List<Lane.Target> below = below(knot);
        int parent = lanes.column(new Lane.Target(knot.id(), false));
        int dependency = lanes.column(new Lane.Target(knot.id(), true));
        int column = parent != Lanes.NONE ? parent : dependency != Lanes.NONE ? dependency : lanes.free();
        List<Row> before = before(column, dependency);
        Lane own = lanes.at(column);
        int colour = own == null ? lanes.nextColour() : own.colour();
        Row row = Row.straight(lanes);
        List<Join> joins = new ArrayList<>();
        if (dependency != Lanes.NONE && dependency != column) {
            joins.add(ending(row, dependency));
        }
        lanes.end(column);
        Lane.Target first = below.isEmpty() ? null : below.get(0);
        int meets = first == null ? Lanes.NONE : lanes.column(first);
        if (first != null) {
            // Holds the column while others are looked for; put right after them.
            lanes.put(column, new Lane(new Lane.Target(knot.id(), false), colour));
        }
        for (Lane.Target target : below.subList(Math.min(1, below.size()), below.size())) {
            joins.add(leaving(row, column, target));
        }
        if (dependency != Lanes.NONE && dependency != column) {
            lanes.end(dependency);
        }
        row.set(column, Row.REVISION | (knot.current() ? Row.CURRENT : 0), colour);
        joins.sort(Comparator.comparingInt(join -> Math.abs(join.column() - column)));
        for (Join join : joins) {
            row.join(column, join.column(), join.dashed(), join.colour());
        }
        lanes.end(column);
        if (first != null && meets == Lanes.NONE) {
            lanes.put(column, new Lane(first, colour));
        }
        done.add(knot.id());
        seen(row);
        List<Row> after = after(knot, column, meets, first, colour);
        bottom = first == null && after.isEmpty() ? column : Lanes.NONE;
        return new Woven(before, row, after);
    }

    /** A row in between, lest a line that has ended seem to go on, or a dashed one consist of corners alone. */
    private List<Row> before(int column, int dependency) {
        Lane dashed = dependency == Lanes.NONE ? null : lanes.at(dependency);
        boolean apart = column == bottom || (dashed != null && !dashed.shown());
        return apart ? List.of(straight()) : List.of();
    }

    private Join ending(Row row, int column) {
        Lane lane = lane(column);
        row.lane(column, Row.UP, lane);
        return new Join(column, true, lane.colour());
    }

    private Join leaving(Row row, int from, Lane.Target target) {
        int column = lanes.column(target);
        if (column == Lanes.NONE) {
            column = lanes.freeNear(from);
            lanes.put(column, new Lane(target, lanes.nextColour()));
            row.lane(column, Row.DOWN, lane(column));
        }
        return new Join(column, target.dependency(), lane(column).colour());
    }

    /** Two lanes to one parent become one: the left one, so that drawings stay narrow. */
    private List<Row> after(Knot knot, int column, int meets, Lane.@Nullable Target first, int colour) {
        if (first == null) {
            boolean cut = !knot.parents().isEmpty() || !knot.dependencies().isEmpty();
            Row row = Row.straight(lanes);
            row.set(column, Row.CUT, colour);
            return cut ? List.of(seen(row)) : List.of();
        }
        if (meets == Lanes.NONE) {
            return List.of();
        }
        Row row = Row.straight(lanes);
        int left = Math.min(column, meets);
        int right = Math.max(column, meets);
        Lane met = lane(meets);
        Lane kept = left == meets ? met : new Lane(first, colour);
        Lane ended = left == meets ? new Lane(first, colour) : met;
        row.lane(left, Row.UP | Row.DOWN, kept);
        row.lane(right, Row.UP, ended);
        row.join(left, right, first.dependency(), ended.colour());
        lanes.end(meets);
        lanes.put(left, kept);
        return List.of(seen(row));
    }

    private List<Lane.Target> below(Knot knot) {
        Set<Lane.Target> below = new LinkedHashSet<>();
        for (String parent : knot.parents()) {
            addTo(below, knot, parent, false);
        }
        for (String dependency : knot.dependencies()) {
            if (!knot.parents().contains(dependency)) {
                addTo(below, knot, dependency, true);
            }
        }
        return List.copyOf(below);
    }

    private void addTo(Set<Lane.Target> below, Knot knot, String id, boolean dependency) {
        if (done.contains(id) || id.equals(knot.id())) {
            throw new IllegalArgumentException("'" + id + "' must come below '" + knot.id() + "', but does not");
        }
        if (known.contains(id)) {
            below.add(new Lane.Target(id, dependency));
        }
    }

    private Row seen(Row row) {
        for (int column = 0; column < lanes.width(); column++) {
            Lane lane = lanes.at(column);
            if (lane != null && row.tells(column)) {
                lane.show();
            }
        }
        return row;
    }

    private Lane lane(int column) {
        Lane lane = lanes.at(column);
        if (lane == null) {
            throw new IllegalStateException("column " + column + " must have a lane");
        }
        return lane;
    }
}
