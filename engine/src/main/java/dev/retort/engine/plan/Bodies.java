// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.engine.script.Migrations;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the bodies of migrations, each once, many of them on several processors. */
final class Bodies {

    private static final int PARALLEL_FROM = 16;

    private final Migrations migrations;
    private final MigrationContext context;
    private final Map<RevisionId, MigrationBody> read = new HashMap<>();

    Bodies(Migrations migrations, MigrationContext context) {
        this.migrations = migrations;
        this.context = context;
    }

    /** Reads those that were not read yet; everything wrong with any of them comes back. */
    List<Finding> read(Collection<RevisionId> ids) {
        List<RevisionId> missing =
                ids.stream().filter(id -> !read.containsKey(id)).toList();
        Stream<RevisionId> stream = missing.size() < PARALLEL_FROM ? missing.stream() : missing.parallelStream();
        List<Outcome<MigrationBody>> outcomes =
                stream.map(id -> migrations.source(id).body(context)).toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            findings.addAll(outcomes.get(i).findings());
            MigrationBody body = outcomes.get(i).value();
            if (body != null) {
                read.put(missing.get(i), body);
            }
        }
        return findings;
    }

    MigrationBody of(RevisionId id) {
        MigrationBody body = read.get(id);
        if (body == null) {
            throw new IllegalStateException("body must have been read, but was not: " + id);
        }
        return body;
    }

    /** Lets go of those that are no longer needed: a long history is large. */
    void forget(RevisionId id) {
        read.remove(id);
    }
}
