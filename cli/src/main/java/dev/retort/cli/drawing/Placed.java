// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import java.util.List;

/**
 * Boxes and edges with their places, in pixels from the upper left corner.
 *
 * @param boxes  in the order in which they were given
 * @param edges  from the lower revision to the upper one
 * @param width  of everything
 * @param height of everything
 */
record Placed(List<PlacedBox> boxes, List<PlacedEdge> edges, double width, double height) {

    /** A box with the place of its upper left corner. */
    record PlacedBox(Box box, double x, double y) {}

    /** An edge and the points that it goes through; it is straight between two of them. */
    record PlacedEdge(Edge edge, List<Point> points) {}

    /** A place. */
    record Point(double x, double y) {}

    /** Two indices of boxes, and whether the upper one depends on the lower one or follows it. */
    record Edge(int lower, int upper, boolean dependency) {}
}
