// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.schema.NamingConvention;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates for names that are not given. */
public final class NamingYaml {

    private static final Key<String> PRIMARY_KEY =
            Key.of("primary_key", Scalars.TEXT, "Template for primary keys, such as pk_%{table}.");
    private static final Key<String> FOREIGN_KEY =
            Key.of("foreign_key", Scalars.TEXT, "Template for foreign keys, such as fk_%{table}_%{columns}.");
    private static final Key<String> UNIQUE =
            Key.of("unique", Scalars.TEXT, "Template for unique constraints, such as uq_%{table}_%{columns}.");
    private static final Key<String> INDEX =
            Key.of("index", Scalars.TEXT, "Template for indexes; ix_%{table}_%{columns} if left out.");
    private static final Key<String> CHECK =
            Key.of("check", Scalars.TEXT, "Template for checks, such as ck_%{table}_%{name}.");

    /** The key of a naming convention. */
    public static final Key<NamingConvention> KEY =
            Key.of("naming", new Checked(form()), "Names of unnamed constraints and indexes.");

    private NamingYaml() {}

    private static Form<NamingConvention> form() {
        return Mapping.<NamingConvention>of("a naming convention")
                .optional(PRIMARY_KEY, NamingConvention::primaryKey)
                .optional(FOREIGN_KEY, NamingConvention::foreignKey)
                .optional(UNIQUE, NamingConvention::unique)
                .optional(INDEX, NamingConvention::index, NamingConvention.NONE.index())
                .optional(CHECK, NamingConvention::check)
                .makes(values -> new NamingConvention(
                        values.orNull(PRIMARY_KEY),
                        values.orNull(FOREIGN_KEY),
                        values.orNull(UNIQUE),
                        values.or(INDEX, NamingConvention.NONE.index()),
                        values.orNull(CHECK)));
    }

    /** Reports tokens that no template knows. */
    private record Checked(Form<NamingConvention> form) implements Form<NamingConvention> {

        @Override
        public String noun() {
            return form.noun();
        }

        @Override
        public List<String> keys() {
            return form.keys();
        }

        @Override
        public @Nullable NamingConvention read(YamlNode node, Reading in) {
            NamingConvention naming = form.read(node, in);
            if (naming == null) {
                return null;
            }
            List<Finding> problems = naming.problems();
            problems.forEach(problem -> in.error(ErrorCode.BAD_VALUE, node, problem.message(), problem.hint()));
            return problems.isEmpty() ? naming : null;
        }

        @Override
        public YamlNode write(NamingConvention value) {
            return form.write(value);
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return form.schema(definitions);
        }
    }
}
