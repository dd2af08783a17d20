// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the files of cases beside this class, in a folder of classes or in a jar. */
final class CaseFiles {

    private static final String ENDING = ".yaml";

    private CaseFiles() {}

    /** The text of every case by its name, sorted by folder and name. */
    static SortedMap<String, String> all() {
        URL url = CaseFiles.class.getResource("/dev/retort/testkit/cases/create_table");
        if (url == null) {
            throw new IllegalStateException("the folders of cases must be beside " + CaseFiles.class);
        }
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                URI file = jar.getJarFileURL().toURI();
                try (FileSystem files = FileSystems.newFileSystem(Path.of(file), Map.of())) {
                    return read(files.getPath("/" + jar.getEntryName()));
                }
            }
            return read(Path.of(url.toURI()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SortedMap<String, String> read(Path oneFolder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        Path root = oneFolder.getParent();
        try (Stream<Path> files = Files.walk(root, 2)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                texts.put(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
            }
        }
        return texts;
    }
}
