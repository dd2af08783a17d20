// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.DialectInfo;
import dev.retort.engine.DialectRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lists dialects. */
final class DialectsCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("dialects", "Lists the databases that this installation can work with.")
                .example("retort dialects", "Each with URLs that it takes. Needs no project.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        List<DialectInfo> dialects = DialectRegistry.of(List.of(), DialectsCommand.class.getClassLoader(), true)
                .installedDialects();
        return call.answer(Map.of("dialects", dialects), () -> {
            for (DialectInfo dialect : dialects) {
                call.console().answer(dialect.id() + "  " + String.join("  ", dialect.urlExamples()));
                if (call.verbose()) {
                    call.console()
                            .answer("    " + dialect.implementation() + " in " + dialect.origin()
                                    + "; without a connection " + dialect.defaultVersion() + " is assumed");
                }
            }
        });
    }
}
