// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import dev.retort.engine.RevisionInfo;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws a history as a picture: a box for each revision, the newest ones at the top. */
public final class SvgPicture {

    private SvgPicture() {}

    /**
     * An SVG document that needs nothing else.
     *
     * @param revisions which, each before everything that it is based on; edges to others are left out
     * @return the document
     */
    public static String of(List<RevisionInfo> revisions) {
        Map<RevisionId, Integer> indices = new HashMap<>();
        Map<RevisionId, List<String>> labels = new HashMap<>();
        for (RevisionInfo revision : revisions) {
            indices.put(revision.id(), indices.size());
            labels.put(revision.id(), revision.labels());
        }
        List<Box> boxes = new ArrayList<>();
        List<Placed.Edge> edges = new ArrayList<>();
        // From below: the layout keeps the order of what it need not move.
        for (RevisionInfo revision : revisions) {
            Set<String> inherited = new HashSet<>();
            int own = boxes.size();
            for (RevisionId parent : revision.revises()) {
                inherited.addAll(labels.getOrDefault(parent, List.of()));
                Integer below = indices.get(parent);
                if (below != null) {
                    edges.add(new Placed.Edge(below, own, false));
                }
            }
            for (RevisionId dependency : revision.dependencies()) {
                Integer below = indices.get(dependency);
                if (below != null && !revision.revises().contains(dependency)) {
                    edges.add(new Placed.Edge(below, own, true));
                }
            }
            boxes.add(Box.of(revision, inherited));
        }
        return SvgText.of(LayeredLayout.place(boxes, edges));
    }
}
