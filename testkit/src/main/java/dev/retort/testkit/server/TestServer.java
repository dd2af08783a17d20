// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

/**
 * A server that runs, and on which databases may be made and dropped.
 *
 * @param kind   what it is
 * @param url    JDBC URL of a database that is there, user and password included
 * @param origin where it came from, for the report
 */
public record TestServer(ServerKind kind, String url, String origin) {}
