// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import java.util.List;

/**
 * A revision that several others follow.
 *
 * @param point    the revision
 * @param children those that follow it
 */
public record BranchInfo(RevisionInfo point, List<RevisionInfo> children) {

    public BranchInfo {
        children = List.copyOf(children);
    }
}
