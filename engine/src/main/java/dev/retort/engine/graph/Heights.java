// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

/** The length of the longest way down from each revision: what is based on another is always higher. */
final class Heights {

    private Heights() {}

    /** Heights over all edges of an acyclic graph; revisions on or above a cycle keep a height that is too small. */
    static int[] of(Topology topology) {
        int[] height = new int[topology.size()];
        int[] waiting = new int[topology.size()];
        IntStack ready = new IntStack();
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = topology.bases()[i].length;
            if (waiting[i] == 0) {
                ready.push(i);
            }
        }
        while (!ready.isEmpty()) {
            int revision = ready.pop();
            for (int above : topology.followers()[revision]) {
                height[above] = Math.max(height[above], height[revision] + 1);
                if (--waiting[above] == 0) {
                    ready.push(above);
                }
            }
        }
        return height;
    }
}
