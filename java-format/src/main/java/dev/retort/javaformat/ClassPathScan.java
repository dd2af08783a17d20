// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.migration.Migration;
import dev.retort.migration.MigrationSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds compiled migrations: providers of {@link Migration}, and the classes that an index names, one on a line. */
final class ClassPathScan {

    static final String INDEX = "META-INF/retort/migrations";

    private final ClassLoader loader;
    private final Map<String, MigrationSource> found = new LinkedHashMap<>();

    ClassPathScan(ClassLoader loader) {
        this.loader = loader;
    }

    List<MigrationSource> migrations() {
        services();
        indexes();
        return List.copyOf(found.values());
    }

    private void services() {
        Iterator<ServiceLoader.Provider<Migration>> providers =
                ServiceLoader.load(Migration.class, loader).stream().iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                add(new ClassMigration(providers.next().type()));
            } catch (ServiceConfigurationError e) {
                String problem = String.valueOf(e.getMessage());
                add(new BrokenMigration(
                        "META-INF/services/" + Migration.class.getName() + " (" + problem + ")", problem));
            }
        }
    }

    private void add(MigrationSource migration) {
        found.putIfAbsent(migration.name(), migration);
    }

    private void indexes() {
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                for (String name : names(index)) {
                    add(load(name));
                }
            }
        } catch (IOException e) {
            add(new BrokenMigration(INDEX, "The index of migrations cannot be read: " + e.getMessage()));
        }
    }

    private static List<String> names(URL index) throws IOException {
        List<String> names = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String name = line.replaceFirst("#.*", "").strip();
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private MigrationSource load(String name) {
        try {
            return new ClassMigration(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return new BrokenMigration(
                    name, "class " + name + ", which " + INDEX + " names, must be on the class path and loadable");
        }
    }
}
