// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.Finding;
import dev.retort.schema.Schema;
import java.util.List;

/**
 * What was read from a database.
 *
 * @param schema      in canonical form
 * @param definitions the database's own texts
 * @param findings    what could not be read, or only in part
 */
public record Inspection(Schema schema, Definitions definitions, List<Finding> findings) {

    public Inspection {
        findings = List.copyOf(findings);
    }
}
