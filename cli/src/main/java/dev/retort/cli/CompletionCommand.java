// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;

/** Prints a script that completes commands and options in a shell. */
final class CompletionCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("completion", "Prints a script with which a shell completes commands and options.")
                .arguments("1", "SHELL", "bash, zsh or fish.")
                .example("source <(retort completion bash)", "For this shell; in ~/.bashrc or ~/.zshrc for all.")
                .example("retort completion fish > ~/.config/fish/completions/retort.fish", "For fish.");
    }

    @Override
    public String missing() {
        return "Say for which shell: bash, zsh or fish.";
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        String shell = call.arguments().positionals().get(0);
        if (!List.of("bash", "zsh", "fish").contains(shell)) {
            throw Call.usage("There is a script for bash, zsh and fish, but not for '" + shell + "'.", null);
        }
        var line = call.parser().completeLine();
        // One script serves bash and zsh: it switches on zsh's emulation of bash by itself.
        String script = shell.equals("fish") ? FishScript.of(line.getCommandSpec()) : AutoComplete.bash("retort", line);
        return call.answer(Map.of("script", script), () -> call.console().out().append(script));
    }
}
