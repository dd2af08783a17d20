// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What every dialect has to hold: its id, its version and what the database can do. To start a dialect from. */
public abstract class StandardDialect implements Dialect {

    private final String id;
    private final ServerVersion version;
    private final Set<Capability> capabilities;
    private final SqlSyntax syntax;

    /**
     * A dialect for one version.
     *
     * @param id           id of its provider
     * @param version      the server's version
     * @param capabilities what that version can do
     * @param syntax       its lexical rules
     */
    protected StandardDialect(String id, ServerVersion version, Set<Capability> capabilities, SqlSyntax syntax) {
        this.id = id;
        this.version = version;
        this.capabilities =
                capabilities.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(capabilities));
        this.syntax = syntax;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final ServerVersion version() {
        return version;
    }

    @Override
    public final Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public final SqlWriter writer() {
        return new SqlWriter(syntax);
    }
}
