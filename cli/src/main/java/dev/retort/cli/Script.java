// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.ScriptResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes SQL scripts: nothing but SQL to standard output, or one JSON object that holds it. */
final class Script {

    private Script() {}

    /** Something that writes a script. */
    @FunctionalInterface
    interface Writer {
        ScriptResult writeTo(Appendable out) throws IOException;
    }

    static ExitStatus write(Call call, Writer writer) throws IOException {
        if (!call.console().json()) {
            ScriptResult result = writer.writeTo(call.console().out());
            call.console().out().flush();
            call.report(result.findings());
            return ExitStatus.DONE;
        }
        StringBuilder sql = new StringBuilder();
        ScriptResult result = writer.writeTo(sql);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("dialect", result.dialect());
        answer.put("direction", result.direction());
        answer.put("revisions", result.revisions());
        answer.put("findings", result.findings());
        answer.put("sql", sql.toString());
        call.json(answer);
        return ExitStatus.DONE;
    }
}
