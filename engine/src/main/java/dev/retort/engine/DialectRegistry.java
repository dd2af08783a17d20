// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.DialectProvider;
import dev.retort.project.DatabaseUrl;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The dialects that are installed, by id. */
public final class DialectRegistry {

    private final Map<String, Registry.Entry<DialectProvider>> entries;

    private DialectRegistry(Map<String, Registry.Entry<DialectProvider>> entries) {
        this.entries = new TreeMap<>(entries);
    }

    /**
     * Collects dialects.
     *
     * @param given     those that the program gives
     * @param loader    where others are looked for
     * @param discovery whether others are looked for
     * @return the registry
     * @throws RetortException if one has a blank id, two have the same id, or one cannot be loaded
     */
    public static DialectRegistry of(Collection<DialectProvider> given, ClassLoader loader, boolean discovery) {
        Registry<DialectProvider> registry = new Registry<>(DialectProvider.class, "dialect", DialectProvider::id);
        registry.addGiven(given);
        if (discovery) {
            registry.discover(loader);
        }
        return new DialectRegistry(registry.entries());
    }

    /**
     * The dialect of an id.
     *
     * @param id a dialect id
     * @return its provider
     * @throws RetortException if there is none
     */
    public DialectProvider byId(String id) {
        Registry.Entry<DialectProvider> entry = entries.get(id);
        if (entry == null) {
            String near = new NearMatches(entries.keySet()).question(id);
            throw new RetortException(Finding.error(
                            ErrorCode.UNKNOWN_DIALECT,
                            "Unknown dialect '" + id + "'. Installed are: " + installed() + ".")
                    .about(id)
                    .withHint(near == null ? "Put the dialect's jar on the class path." : near));
        }
        return entry.provider();
    }

    /**
     * The dialect that accepts a URL.
     *
     * @param url a database URL
     * @return the provider of the only one
     * @throws RetortException if none or several accept it
     */
    public DialectProvider byUrl(DatabaseUrl url) {
        List<DialectProvider> accepting = entries.values().stream()
                .map(Registry.Entry::provider)
                .filter(provider -> provider.accepts(url))
                .toList();
        if (accepting.size() == 1) {
            return accepting.get(0);
        }
        if (accepting.isEmpty()) {
            String examples = entries.values().stream()
                    .map(Registry.Entry::provider)
                    .map(provider -> "\n  " + provider.id() + ": " + String.join(", ", provider.urlExamples()))
                    .collect(Collectors.joining());
            throw new RetortException(Finding.error(
                            ErrorCode.UNKNOWN_DIALECT,
                            "No installed dialect takes the database URL " + url + "."
                                    + (examples.isEmpty() ? " No dialect is installed." : " Installed are:" + examples))
                    .withHint("Correct the URL, or put the jar of its dialect on the class path."));
        }
        throw new RetortException(Finding.error(
                        ErrorCode.UNKNOWN_DIALECT,
                        "Several dialects take the database URL " + url + ": "
                                + accepting.stream().map(DialectProvider::id).collect(Collectors.joining(", ")) + ".")
                .withHint("Name the dialect to use."));
    }

    /** {@return all dialects, by id} */
    public List<DialectInfo> installedDialects() {
        return entries.values().stream()
                .map(entry -> new DialectInfo(
                        entry.provider().id(),
                        entry.provider().getClass().getName(),
                        entry.origin(),
                        entry.provider().defaultVersion().toString(),
                        entry.provider().urlExamples()))
                .toList();
    }

    private String installed() {
        return entries.isEmpty() ? "none" : String.join(", ", entries.keySet());
    }
}
