// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code yaml} blocks of the reference, which tests read so that what is shown works. */
final class DocumentExamples {

    private static final Path DOCUMENT = Path.of("../docs/migrations-in-yaml.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml( [a-z]+)?\n(.*?)```", Pattern.DOTALL);

    private DocumentExamples() {}

    static String document() throws IOException {
        return Files.readString(DOCUMENT);
    }

    /** Whole migrations; a block that is a list of operations is put below a header. */
    static List<String> migrations() throws IOException {
        List<String> migrations = new ArrayList<>();
        for (String block : blocks("")) {
            migrations.add(block.startsWith("-") ? "revision: a1\nupgrade:\n" + block : block);
        }
        return migrations;
    }

    /** Blocks marked {@code yaml kind}, or plain {@code yaml} for no kind. */
    static List<String> blocks(String kind) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(document());
        while (matcher.find()) {
            String marked = matcher.group(1) == null ? "" : matcher.group(1).strip();
            if (marked.equals(kind)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }
}
