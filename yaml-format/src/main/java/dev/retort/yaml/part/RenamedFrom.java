// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import org.jspecify.annotations.Nullable;

/** The former name of a column or table of a model. It rides in the options, under Retort's own name. */
public final class RenamedFrom {

    private static final String OWNER = "retort";
    private static final String KEY = "renamed_from";

    private RenamedFrom() {}

    static @Nullable Identifier in(Options options) {
        return options.text(OWNER, KEY).map(Identifier::new).orElse(null);
    }

    static @Nullable Options without(Options options) {
        Options rest = options.with(OWNER, KEY, null);
        return rest.isEmpty() ? null : rest;
    }

    static Options with(Options options, @Nullable Identifier former) {
        return former == null ? options : options.with(OWNER, KEY, former.value());
    }
}
