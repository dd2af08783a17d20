// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.RetortConfig;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the texts of new files: from the project's own template, if it has one for the format, else as the format writes
 * them. Templates are Mustache: <code>{{header}}</code> is replaced, <code>{{#labels}} ... {{/labels}}</code> stays if there
 * are labels.
 */
final class FileTexts {

    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final RetortConfig config;

    FileTexts(RetortConfig config) {
        this.config = config;
    }

    /** The text of a new file. */
    String text(MigrationFormat format, MigrationDraft draft) {
        Path template = template(config, format);
        return template == null ? format.write(draft) : filled(template, values(format, draft));
    }

    /** The project's template for a format, or null if it has none. */
    static @Nullable Path template(RetortConfig config, MigrationFormat format) {
        String folder = config.project().templates();
        if (folder == null) {
            return null;
        }
        Path templates = config.project().folder().resolve(folder).normalize();
        if (!Files.isDirectory(templates)) {
            throw new RetortException(Finding.error(
                            ErrorCode.TEMPLATE,
                            "There is no folder '" + folder + "', which 'templates' in the project file names.")
                    .about(folder)
                    .withHint("Make it, or leave 'templates' out."));
        }
        Path file = templates.resolve("migration." + format.extensions().get(0));
        return Files.exists(file) ? file : null;
    }

    private Map<String, String> values(MigrationFormat format, MigrationDraft draft) {
        MigrationHeader header = draft.header();
        Map<String, String> values = new TreeMap<>(format.parts(draft));
        values.put("id", header.id().value());
        values.put(
                "parents", list(header.revises().stream().map(RevisionId::value).toList()));
        values.put("message", header.message().lines().findFirst().orElse(""));
        values.put("created", header.created() == null ? "" : header.created().toString());
        values.put("labels", list(header.labels()));
        values.put("depends_on", list(header.dependsOn()));
        values.put("user", config.user());
        return values;
    }

    private static String list(Collection<String> items) {
        return items.stream().collect(Collectors.joining(", "));
    }

    private String filled(Path template, Map<String, String> values) {
        String display = MigrationFiles.display(config.project(), template);
        try {
            return Mustache.compiler()
                    .escapeHTML(false)
                    .strictSections(true)
                    .emptyStringIsFalse(true)
                    .compile(Files.readString(template).replace("\r\n", "\n"))
                    .execute(values);
        } catch (MustacheException.Context unknown) {
            throw new RetortException(Finding.error(
                            ErrorCode.TEMPLATE,
                            "The template has no use for '{{" + unknown.key + "}}': there is no such value. Values are "
                                    + String.join(", ", values.keySet()) + ".")
                    .about(display)
                    .at(new SourceLocation(display, Math.max(unknown.lineNo, 1), 0))
                    .withHint(new NearMatches(values.keySet()).question(unknown.key)));
        } catch (MustacheException malformed) {
            throw new RetortException(
                    Finding.error(ErrorCode.TEMPLATE, "The template cannot be read: " + malformed.getMessage() + ".")
                            .about(display)
                            .at(place(display, String.valueOf(malformed.getMessage())))
                            .withHint("Placeholders are {{name}}; a part for a value that may be empty is"
                                    + " {{#name}} ... {{/name}}."));
        } catch (IOException unreadable) {
            throw new RetortException(
                    Finding.error(ErrorCode.TEMPLATE, "Cannot read the template " + display + ": " + unreadable + ".")
                            .about(display));
        }
    }

    private static SourceLocation place(String display, String message) {
        Matcher line = LINE.matcher(message);
        return line.find()
                ? new SourceLocation(display, Integer.parseInt(line.group(1)), 0)
                : SourceLocation.ofFile(display);
    }
}
