// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.engine.AuthorLookup;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import dev.retort.migration.RevisionId;
import dev.retort.project.ProjectSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All migrations of a project: their graph, and where each one is. Headers have been read, bodies not.
 *
 * @param graph   the graph
 * @param sources each revision's source
 * @param notes   what was found that keeps nobody from going on
 */
public record Migrations(RevisionGraph graph, Map<RevisionId, MigrationSource> sources, List<Finding> notes) {

    /** From how many files on it pays to read headers on several processors. */
    private static final int PARALLEL_FROM = 64;

    public Migrations {
        sources = Map.copyOf(sources);
        notes = List.copyOf(notes);
    }

    /**
     * Reads the headers of all migrations.
     *
     * @param project where they are
     * @param formats how to read them
     * @param loader  where compiled migrations are
     * @return the migrations
     * @throws RetortException with everything that is wrong with folders, headers and graph
     */
    public static Migrations read(ProjectSettings project, Formats formats, ClassLoader loader) {
        MigrationFiles files = new MigrationFiles(project, formats);
        files.search();
        List<MigrationSource> sources = new ArrayList<>(files.sources());
        formats.all().forEach(format -> sources.addAll(format.onClassPath(loader)));

        Stream<MigrationSource> stream = sources.size() < PARALLEL_FROM ? sources.stream() : sources.parallelStream();
        List<Outcome<MigrationHeader>> outcomes =
                stream.map(MigrationSource::header).toList();

        List<Finding> findings = new ArrayList<>(files.findings());
        List<MigrationHeader> headers = new ArrayList<>();
        Map<RevisionId, MigrationSource> byId = new HashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            findings.addAll(outcomes.get(i).findings());
            MigrationHeader header = outcomes.get(i).value();
            if (header != null) {
                headers.add(header);
                byId.put(header.id(), sources.get(i));
            }
        }
        // A header that could not be read would make others look as if their parent were missing.
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new RetortException(findings);
        }
        Outcome<RevisionGraph> graph = RevisionGraph.of(headers);
        findings.addAll(graph.findings());
        RevisionGraph value = new Outcome<>(graph.value(), findings).orThrow();
        return new Migrations(value, byId, findings);
    }

    /**
     * The same migrations, whose messages can say who wrote one.
     *
     * @param lookup who wrote which file; asked when such a message is made
     * @return as many migrations
     */
    public Migrations withAuthors(AuthorLookup lookup) {
        return new Migrations(graph.withAuthors(ids -> authors(ids, lookup)), sources, notes);
    }

    private Map<RevisionId, String> authors(Collection<RevisionId> ids, AuthorLookup lookup) {
        Map<RevisionId, Path> files = new HashMap<>();
        for (RevisionId id : ids) {
            source(id)
                    .file()
                    .ifPresent(file -> files.put(id, file.toAbsolutePath().normalize()));
        }
        Map<RevisionId, String> authors = new HashMap<>();
        if (!files.isEmpty()) {
            Map<Path, String> known = lookup.authorsOf(files.values());
            files.forEach((id, file) -> {
                if (known.containsKey(file)) {
                    authors.put(id, known.get(file));
                }
            });
        }
        return authors;
    }

    /**
     * Where a migration is.
     *
     * @param id a revision of the graph
     * @return its source
     */
    public MigrationSource source(RevisionId id) {
        MigrationSource source = sources.get(id);
        if (source == null) {
            throw new IllegalArgumentException("revision must be in the graph, but was '" + id + "'");
        }
        return source;
    }
}
