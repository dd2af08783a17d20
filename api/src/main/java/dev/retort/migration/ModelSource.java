// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import dev.retort.diagnostic.Outcome;
import dev.retort.schema.Schema;
import java.nio.file.Path;
import java.util.Optional;

/** Gives the schema that a project wants to have, for autogeneration; found through {@link java.util.ServiceLoader}. */
public interface ModelSource {

    /**
     * Loads a model.
     *
     * @param reference what the project file says, such as {@code schema.yaml} or {@code java:com.acme.AppSchema}
     * @param project   the project's folder
     * @return the schema or what is wrong with it; empty if the reference is not for this source
     */
    Optional<Outcome<Schema>> load(String reference, Path project);
}
