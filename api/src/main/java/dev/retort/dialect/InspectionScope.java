// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an inspector reads.
 *
 * @param namespaces namespaces to read beside the default one
 * @param tables     which tables and views; the version table and ledger are never among them
 */
public record InspectionScope(Set<Identifier> namespaces, Predicate<QualifiedName> tables) {

    /** Everything in the default namespace. */
    public static final InspectionScope DEFAULT = new InspectionScope(Set.of(), name -> true);

    public InspectionScope {
        namespaces = Set.copyOf(namespaces);
    }
}
