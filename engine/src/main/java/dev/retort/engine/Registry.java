// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects providers by id, from the class path and from the program. Two of the same id, or one that fails, are errors. */
final class Registry<P> {

    /** Where a provider came from that the program gave. */
    static final String GIVEN = "given";

    private final Class<P> service;
    private final String word;
    private final Function<P, String> id;
    private final Map<String, Entry<P>> entries = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** A provider and the jar or folder that it came from. */
    record Entry<P>(P provider, String origin) {}

    /** @param word what a provider is called in messages, such as {@code dialect} */
    Registry(Class<P> service, String word, Function<P, String> id) {
        this.service = service;
        this.word = word;
        this.id = id;
    }

    void addGiven(Collection<P> providers) {
        providers.forEach(provider -> add(provider, GIVEN));
    }

    void discover(ClassLoader loader) {
        var found = ServiceLoader.load(service, loader).stream().iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return;
                }
                P provider = found.next().get();
                add(provider, origin(provider.getClass()));
            } catch (ServiceConfigurationError | LinkageError broken) {
                findings.add(broken(broken, loader));
                if (findings.size() > 50) {
                    return;
                }
            }
        }
    }

    /** All providers by id, or every reason why they cannot be used. */
    Map<String, Entry<P>> entries() {
        if (!findings.isEmpty()) {
            throw new RetortException(findings);
        }
        return Map.copyOf(entries);
    }

    private void add(P provider, String origin) {
        String name = id.apply(provider);
        String type = provider.getClass().getName();
        if (name.isBlank()) {
            findings.add(Finding.error(
                    ErrorCode.BROKEN_DIALECT, "The " + word + " " + type + " in " + origin + " has a blank id."));
            return;
        }
        Entry<P> other = entries.putIfAbsent(name, new Entry<>(provider, origin));
        if (other != null && !other.provider().getClass().equals(provider.getClass())) {
            findings.add(Finding.error(
                            ErrorCode.BROKEN_DIALECT,
                            "Two " + word + "s have the id '" + name + "': "
                                    + other.provider().getClass().getName() + " in " + other.origin() + " and " + type
                                    + " in " + origin + ".")
                    .withHint("Leave one of the two off the class path."));
        }
    }

    private Finding broken(Throwable error, ClassLoader loader) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        String text = String.valueOf(error.getMessage()).replace(service.getName() + ": ", "");
        String reason = cause == error ? "" : " (" + cause + ")";
        return Finding.error(
                        ErrorCode.BROKEN_DIALECT,
                        "A " + word + " on the class path cannot be loaded: " + text + reason + ", named by "
                                + String.join(", ", namers(text, loader)) + ".")
                .withHint("Update or remove that jar.");
    }

    /** The jars whose service files name a class that the text speaks of. */
    private List<String> namers(String text, ClassLoader loader) {
        List<String> names = new ArrayList<>();
        try {
            for (URL file : java.util.Collections.list(loader.getResources("META-INF/services/" + service.getName()))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                    if (lines.lines().map(String::strip).anyMatch(line -> !line.isEmpty() && text.contains(line))) {
                        names.add(jar(file.toString()));
                    }
                }
            }
        } catch (IOException unreadable) {
            return List.of("an unreadable service file");
        }
        return names.isEmpty() ? List.of("an unknown jar") : names;
    }

    private static String jar(String url) {
        String outer =
                url.contains("!") ? url.substring(0, url.indexOf('!')) : url.substring(0, url.indexOf("META-INF"));
        String plain = outer.endsWith("/") ? outer.substring(0, outer.length() - 1) : outer;
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static String origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "the class path";
        }
        try {
            Path name = Path.of(source.getLocation().toURI()).getFileName();
            return name == null ? "the class path" : name.toString();
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return source.getLocation().getHost();
        }
    }
}
