// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.GraphCompactionStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places boxes in layers, each above everything that it is based on, with the layered algorithm of the Eclipse Layout Kernel.
 * The only class that knows that library, which is large and therefore loaded for pictures alone.
 */
final class LayeredLayout {

    /** The algorithm recurses along the layers. Memory is taken only as far as it does. */
    private static final long STACK_BYTES = 1L << 28;

    /** Up to so many revisions the picture is made as narrow as can be, for which the time grows faster than they do. */
    private static final int MOST_TIDY = 600;

    private LayeredLayout() {}

    static Placed place(List<Box> boxes, List<Placed.Edge> edges) {
        AtomicReference<Placed> placed = new AtomicReference<>();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Thread thread = new Thread(null, () -> placed.set(run(boxes, edges)), "layout", STACK_BYTES);
        thread.setUncaughtExceptionHandler((which, error) -> failed.set(error));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while placing revisions", stop);
        }
        Throwable error = failed.get();
        if (error != null) {
            throw new IllegalStateException("cannot place " + boxes.size() + " revisions: " + error, error);
        }
        return placed.get();
    }

    private static Placed run(List<Box> boxes, List<Placed.Edge> edges) {
        // Makes the library learn how to copy the values of its own options; without it the algorithm fails.
        LayoutMetaDataService.getInstance();
        ElkNode graph = ElkGraphUtil.createGraph();
        List<ElkNode> nodes = new ArrayList<>();
        for (Box box : boxes) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(Box.WIDTH, box.height());
            nodes.add(node);
        }
        List<ElkEdge> lines = new ArrayList<>();
        for (Placed.Edge edge : edges) {
            ElkEdge line = ElkGraphUtil.createSimpleEdge(nodes.get(edge.lower()), nodes.get(edge.upper()));
            line.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, edge.dependency() ? 0 : 10);
            line.setProperty(LayeredOptions.PRIORITY_SHORTNESS, edge.dependency() ? 0 : 5);
            lines.add(line);
        }
        configure(graph);
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        List<Placed.PlacedBox> placedBoxes = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            ElkNode node = nodes.get(i);
            placedBoxes.add(new Placed.PlacedBox(boxes.get(i), node.getX(), node.getY()));
        }
        List<Placed.PlacedEdge> placedEdges = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            placedEdges.add(new Placed.PlacedEdge(edges.get(i), points(lines.get(i))));
        }
        return new Placed(placedBoxes, placedEdges, graph.getWidth(), graph.getHeight());
    }

    private static void configure(ElkNode graph) {
        graph.setProperty(LayeredOptions.DIRECTION, Direction.UP);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        if (graph.getChildren().size() <= MOST_TIDY) {
            graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
            graph.setProperty(LayeredOptions.COMPACTION_POST_COMPACTION_STRATEGY, GraphCompactionStrategy.EDGE_LENGTH);
        } else {
            graph.setProperty(LayeredOptions.THOROUGHNESS, 1);
        }
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 28.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 32.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
        graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 48.0);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(24));
    }

    private static List<Placed.Point> points(ElkEdge line) {
        List<Placed.Point> points = new ArrayList<>();
        for (ElkEdgeSection section : line.getSections()) {
            points.add(new Placed.Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Placed.Point(bend.getX(), bend.getY())));
            points.add(new Placed.Point(section.getEndX(), section.getEndY()));
        }
        return points;
    }
}
