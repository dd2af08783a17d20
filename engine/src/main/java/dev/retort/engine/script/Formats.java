// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.TemplateInfo;
import dev.retort.migration.MigrationFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The formats that are installed, by id and by the extensions of their files. */
public final class Formats {

    private final Map<String, MigrationFormat> byId = new TreeMap<>();
    private final Map<String, MigrationFormat> byExtension = new TreeMap<>();

    /**
     * @param formats all formats, ids unique
     * @throws RetortException if two of them claim one extension
     */
    public Formats(Collection<MigrationFormat> formats) {
        List<Finding> findings = new ArrayList<>();
        for (MigrationFormat format : formats) {
            byId.put(format.id(), format);
            for (String extension : format.extensions()) {
                MigrationFormat other = byExtension.putIfAbsent(extension.toLowerCase(Locale.ROOT), format);
                if (other != null) {
                    findings.add(Finding.error(
                            ErrorCode.BROKEN_DIALECT,
                            "Two formats read '." + extension + "' files: "
                                    + other.getClass().getName() + " and "
                                    + format.getClass().getName() + "."));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new RetortException(findings);
        }
    }

    /**
     * The format of an id.
     *
     * @param id a format's id
     * @return the format
     * @throws RetortException if there is none
     */
    public MigrationFormat byId(String id) {
        MigrationFormat format = byId.get(id);
        if (format == null) {
            throw new RetortException(Finding.error(
                            ErrorCode.UNKNOWN_FORMAT,
                            "Unknown migration format '" + id + "'. Installed are: "
                                    + (byId.isEmpty() ? "none" : String.join(", ", byId.keySet())) + ".")
                    .about(id)
                    .withHint(new NearMatches(byId.keySet()).question(id)));
        }
        return format;
    }

    /**
     * How new files are laid out.
     *
     * @param config the project
     * @return one for each format, by id
     * @throws RetortException if the project's folder of templates is missing
     */
    public List<TemplateInfo> templates(RetortConfig config) {
        List<TemplateInfo> templates = new ArrayList<>();
        for (MigrationFormat format : byId.values()) {
            Path file = FileTexts.template(config, format);
            String display = file == null ? "" : MigrationFiles.display(config.project(), file);
            templates.add(new TemplateInfo(format.id(), file, display));
        }
        return templates;
    }

    @Nullable
    MigrationFormat forExtension(String extension) {
        return byExtension.get(extension);
    }

    List<String> extensions() {
        return byExtension.keySet().stream().map(extension -> "." + extension).toList();
    }

    Collection<MigrationFormat> all() {
        return byId.values();
    }
}
