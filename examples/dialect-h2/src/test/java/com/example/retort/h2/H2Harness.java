// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.Capability;
import dev.retort.testkit.Feature;
import dev.retort.testkit.LibraryHarness;
import dev.retort.testkit.Quirk;
import dev.retort.testkit.ScriptClient;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.tools.RunScript;

/** What the kit has to know of H2. */
final class H2Harness extends LibraryHarness {

    /** The user is the one to whom an example of the kit gives a schema. */
    private static final String URL = "jdbc:h2:mem:laws%d;DATABASE_TO_UPPER=FALSE;"
            + "INIT=CREATE USER IF NOT EXISTS \"postgres\" PASSWORD '' ADMIN";

    H2Harness() {
        super(new H2DialectProvider(), URL);
    }

    @Override
    public List<Quirk> quirks() {
        return List.of(new Quirk(Feature.ALTER_TYPE, "a check must fit the new type of a column that it names"));
    }

    @Override
    public Map<Capability, String> leniencies() {
        return Map.of(Capability.COLUMN_POSITION, "a new column can have a place, an old one cannot get another");
    }

    @Override
    public Map<Capability, String> acceptedInabilities() {
        return Map.of(
                Capability.ENUM_TYPES, "a type that is made so is a domain, whose words cannot change",
                Capability.MATERIALIZED_VIEWS, "H2 does not tell the query of one");
    }

    /** H2's own tool, which stops at the first error. */
    @Override
    public Optional<ScriptClient> client() {
        return Optional.of(ScriptClient.of(
                dialect(), (connection, script) -> RunScript.execute(connection, new StringReader(script))));
    }
}
