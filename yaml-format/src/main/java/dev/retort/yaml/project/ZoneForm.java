// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.project;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.node.YamlNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A time zone by name. A name in small letters is tried in capitals too, as Alembic does ({@code utc}). */
record ZoneForm() implements Form<ZoneId> {

    @Override
    public String noun() {
        return "the name of a time zone such as Europe/Berlin";
    }

    @Override
    public @Nullable ZoneId read(YamlNode node, Reading in) {
        String name = Scalars.TEXT.read(node, in);
        if (name == null) {
            return null;
        }
        for (String candidate : new String[] {name, name.toUpperCase(Locale.ROOT)}) {
            try {
                return ZoneId.of(candidate);
            } catch (DateTimeException unknown) {
                // the next spelling, or the finding below
            }
        }
        in.error(ErrorCode.PROJECT_FILE, node, "Can't locate timezone: " + name, "Expected " + noun() + " or UTC.");
        return null;
    }

    @Override
    public YamlNode write(ZoneId value) {
        return YamlNode.text(value.getId());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Scalars.TEXT.schema(definitions);
    }
}
