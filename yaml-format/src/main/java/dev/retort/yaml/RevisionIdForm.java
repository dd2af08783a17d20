// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.migration.RevisionId;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.node.YamlNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A revision id, exactly as written: {@code 1e10} and {@code 0123} are ids, not numbers. */
record RevisionIdForm() implements Form<RevisionId> {

    @Override
    public String noun() {
        return "a revision id";
    }

    @Override
    public @Nullable RevisionId read(YamlNode node, Reading in) {
        String text = Scalars.text(noun(), String::toString, String::toString).read(node, in);
        if (text == null) {
            return null;
        }
        String problem = RevisionId.problemWith(text);
        if (problem != null) {
            in.error(ErrorCode.ILLEGAL_ID, node, "A revision id must " + problem + ", found '" + text + "'.", null);
            return null;
        }
        return new RevisionId(text);
    }

    @Override
    public YamlNode write(RevisionId value) {
        return YamlNode.text(value.value());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Scalars.TEXT.schema(definitions);
    }
}
