// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.engine.replay.Replay;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Law 8: the script, fed to the database's own client, does what the run with a connection does. */
final class OfflineLaw implements Law {

    private final ScriptClient client;

    OfflineLaw(ScriptClient client) {
        this.client = client;
    }

    @Override
    public String name() {
        return "8 offline";
    }

    @Override
    public List<Quirk> quirks() {
        return client.quirks();
    }

    @Override
    public int check(LawCase one) throws Exception {
        Schema schema = one.schema();
        List<Operation> creates =
                new Comparator(false).compare(Schema.EMPTY, schema).operations();
        List<Operation> operations = new ArrayList<>(new RandomRows(one.words(), schema, one.random()).inserts(2));
        operations.addAll(one.operations(schema, 5, operation -> RowsSurviveLaw.isSafe(operation)));
        try (LawSession online = one.session();
                LawSession offline = one.session()) {
            online.create(schema);
            online.run(schema, operations);
            Schema created = Replay.after(Schema.EMPTY, creates);
            String script = script(offline.placed(Schema.EMPTY, creates), offline.placed(created, operations));
            try {
                client.run(offline.database(), script);
                one.same("the script leads to another schema", online.inspect(), offline.inspect());
            } catch (Exception | AssertionError e) {
                one.note("script", () -> script);
                throw e;
            }
        }
        return 1;
    }

    /** Two revisions of one script: the second knows what the first said. */
    private String script(List<PlacedOperation> first, List<PlacedOperation> second) {
        Ddl ddl = client.dialect().ddl();
        Definitions told = ddl.told(first, Definitions.NONE);
        return ScriptText.of(ddl.render(first, Definitions.NONE), client.dialect())
                + ScriptText.of(ddl.render(second, told), client.dialect());
    }
}
