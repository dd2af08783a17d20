// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.RetortException;
import dev.retort.migration.RevisionId;
import dev.retort.project.ProjectSettings;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names new files. Tokens are written {@code {rev}}, dates padded with zeros, or as in an Alembic project
 * {@code %(rev)s} and {@code %(month).2d}.
 */
final class FileTemplate {

    private static final Pattern TOKEN =
            Pattern.compile("\\{(?<brace>\\w+)}|%{1,2}\\((?<percent>\\w+)\\)(?:\\.(?<digits>\\d))?[sd]");

    private final ProjectSettings project;

    FileTemplate(ProjectSettings project) {
        this.project = project;
    }

    /** The name without extension; it may have folders in it. */
    String stem(RevisionId id, String message, Instant created) {
        Map<String, Object> values = values(id, message, created);
        List<Finding> findings = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(project.fileTemplate());
        String stem = matcher.replaceAll(found -> {
            String brace = matcher.group("brace");
            String token = brace == null ? matcher.group("percent") : brace;
            Object value = values.get(token);
            if (value == null) {
                findings.add(Finding.error(
                                ErrorCode.PROJECT_FILE,
                                "Unknown token '" + token + "' in file_template '" + project.fileTemplate()
                                        + "'. Tokens are " + String.join(", ", values.keySet()) + ".")
                        .withHint(new NearMatches(values.keySet()).question(token)));
                return "";
            }
            String digits = matcher.group("digits");
            int width = digits != null ? Integer.parseInt(digits) : brace != null ? 2 : 1;
            String text =
                    value instanceof Integer number ? String.format("%0" + width + "d", number) : value.toString();
            return Matcher.quoteReplacement(text);
        });
        if (findings.isEmpty() && stem.contains("/") && !project.recursive()) {
            findings.add(Finding.error(
                            ErrorCode.PROJECT_FILE,
                            "The file_template '" + project.fileTemplate()
                                    + "' has folders in it, but folders below the version locations are not searched.")
                    .withHint("Set 'recursive: true' in the project file."));
        }
        if (!findings.isEmpty()) {
            throw new RetortException(findings);
        }
        return values.get("slug").equals("") ? stem.replaceAll("_+$", "") : stem;
    }

    private Map<String, Object> values(RevisionId id, String message, Instant created) {
        ZonedDateTime time = created.atZone(project.timezone());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rev", id.value());
        values.put("slug", Slug.of(message, project.truncateSlug()));
        values.put("epoch", created.getEpochSecond());
        values.put("year", time.getYear());
        values.put("month", time.getMonthValue());
        values.put("day", time.getDayOfMonth());
        values.put("hour", time.getHour());
        values.put("minute", time.getMinute());
        values.put("second", time.getSecond());
        return values;
    }
}
