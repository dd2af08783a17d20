// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.node.YamlNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instant, printed without quotes: every reader takes it for a time or for its own text. */
record CreatedForm() implements Form<Instant> {

    private static final Form<Instant> TEXT = Scalars.text(
            "a date and time with a zone such as 2026-01-02T20:00:00Z", CreatedForm::parse, Instant::toString);

    private static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("found '" + text + "'", wrong);
        }
    }

    @Override
    public String noun() {
        return TEXT.noun();
    }

    @Override
    public @Nullable Instant read(YamlNode node, Reading in) {
        return TEXT.read(node, in);
    }

    @Override
    public YamlNode write(Instant value) {
        return YamlNode.plain(value.toString());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return TEXT.schema(definitions);
    }
}
