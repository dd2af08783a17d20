// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.diagnostic.NearMatches;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Shared;
import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SQL: a plain text, {@code {portable: text}}, or {@code {postgres: text, mysql: text, default: text}}. */
public final class SqlTextYaml {

    private static final Key<String> PORTABLE_KEY =
            Key.of("portable", Scalars.TEXT, "SQL that is rendered for each dialect.");

    private static final Form<SqlText> VERBATIM =
            Scalars.text("SQL", SqlText::verbatim, sql -> ((SqlText.Verbatim) sql).sql());

    private static final Form<SqlText> PORTABLE = Mapping.<SqlText>of("a portable text")
            .required(PORTABLE_KEY, sql -> ((SqlText.Portable) sql).sql())
            .makes(values -> SqlText.portable(values.get(PORTABLE_KEY)));

    /** SQL in any of its forms. */
    public static final Form<SqlText> FORM = Shared.of(
            "sql",
            new Choice<SqlText>("SQL: a text, {portable: ...} or a text for each dialect", SqlTextYaml::formOf)
                    .or(Choice.scalar(), VERBATIM)
                    .or(Choice.has("portable"), PORTABLE)
                    .or(Choice.mapping(), new Variants()));

    private SqlTextYaml() {}

    private static Form<SqlText> formOf(SqlText sql) {
        if (sql instanceof SqlText.Verbatim) {
            return VERBATIM;
        }
        return sql instanceof SqlText.Portable ? PORTABLE : new Variants();
    }

    /** One text for each dialect. Dialects are not known here, so only words near the reserved ones are refused. */
    private record Variants() implements Form<SqlText> {

        private static final String DEFAULT = "default";
        private static final List<String> RESERVED =
                List.of(DEFAULT, "portable", "sql", "effects", "reverse", "when", "allow");

        @Override
        public String noun() {
            return "a text for each dialect";
        }

        @Override
        public @Nullable SqlText read(YamlNode node, Reading in) {
            Map<String, String> byDialect = new TreeMap<>();
            String otherwise = null;
            boolean good = true;
            for (YamlNode.Entry entry : ((YamlNode.Mapping) node).entries()) {
                String dialect = entry.key().text();
                String sql = entry.value().isNull() ? "" : Scalars.TEXT.read(entry.value(), in);
                if (sql == null) {
                    good = false;
                } else if (dialect.equals(DEFAULT)) {
                    otherwise = sql;
                } else if (!new NearMatches(RESERVED).to(dialect).isEmpty()) {
                    in.unknown(
                            dev.retort.diagnostic.ErrorCode.UNKNOWN_KEY,
                            "dialect",
                            entry.key(),
                            RESERVED,
                            "; expected dialects, 'default' or 'portable'");
                    good = false;
                } else {
                    byDialect.put(dialect, sql);
                }
            }
            if (good && byDialect.isEmpty()) {
                in.expected("SQL for at least one dialect", node, "A text for every dialect needs no mapping.");
                return null;
            }
            return good ? SqlText.variants(byDialect, otherwise) : null;
        }

        @Override
        public YamlNode write(SqlText value) {
            SqlText.Variants variants = (SqlText.Variants) value;
            List<YamlNode.Entry> entries = new ArrayList<>();
            variants.byDialect().forEach((dialect, sql) -> entries.add(YamlNode.Entry.of(dialect, YamlNode.text(sql))));
            String otherwise = variants.otherwise();
            if (otherwise != null) {
                entries.add(YamlNode.Entry.of(DEFAULT, YamlNode.text(otherwise)));
            }
            return YamlNode.mapping(entries);
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            List<String> others = new ArrayList<>(RESERVED);
            others.remove(DEFAULT);
            return Json.object(
                    "type",
                    "object",
                    "minProperties",
                    1,
                    "propertyNames",
                    Json.object("not", Json.object("enum", others)),
                    "additionalProperties",
                    Json.object("type", List.of("string", "number", "boolean", "null")));
        }
    }
}
