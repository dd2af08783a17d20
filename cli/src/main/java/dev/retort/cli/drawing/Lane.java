// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

/** A line on its way down to a revision. All edges of one kind to that revision share it from where they meet. */
final class Lane {

    private final Target target;
    private final int colour;
    private boolean shown;

    /** Where a lane leads, and as what. */
    record Target(String id, boolean dependency) {}

    Lane(Target target, int colour) {
        this.target = target;
        this.colour = colour;
    }

    Target target() {
        return target;
    }

    boolean dashed() {
        return target.dependency();
    }

    int colour() {
        return colour;
    }

    /** Whether a piece of it was drawn that tells solid from dashed; corners do not. */
    boolean shown() {
        return shown;
    }

    void show() {
        shown = true;
    }
}
