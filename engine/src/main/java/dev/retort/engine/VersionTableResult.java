// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

/**
 * The version table, which is there now.
 *
 * @param table   its name
 * @param created whether it was missing before
 */
public record VersionTableResult(String table, boolean created) {}
