// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in words why a command line is not understood. */
final class UsageMistake {

    private final Parser parser;

    UsageMistake(Parser parser) {
        this.parser = parser;
    }

    Finding finding(ParameterException mistake) {
        CommandSpec spec = mistake.getCommandLine().getCommandSpec();
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(Parser.unmasked(unmatched.getUnmatched().get(0)), spec);
        }
        if (mistake instanceof MissingParameterException missing) {
            return missing(missing, spec);
        }
        if (mistake instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return usage(option.longestName() + " is given twice.", null, spec);
        }
        return usage(Parser.unmasked(String.valueOf(mistake.getMessage())), null, spec);
    }

    private Finding unmatched(String word, CommandSpec spec) {
        if (word.length() > 1 && word.charAt(0) == '-' && !Character.isDigit(word.charAt(1))) {
            String name = word.indexOf('=') < 0 ? word : word.substring(0, word.indexOf('='));
            String instead = AlembicOptions.answer(spec.name(), name);
            if (instead != null) {
                return Finding.error(
                                ErrorCode.USAGE_ERROR,
                                "'" + spec.qualifiedName(" ") + "' has no option '" + name + "'.")
                        .withHint(instead);
            }
            List<String> names = new ArrayList<>();
            for (OptionSpec option : spec.options()) {
                names.addAll(List.of(option.names()));
            }
            return usage(
                    "'" + spec.qualifiedName(" ") + "' has no option '" + name + "'.",
                    new NearMatches(names).question(name),
                    spec);
        }
        if (spec.parent() == null) {
            return usage("There is no command '" + word + "'.", new NearMatches(parser.names()).question(word), spec);
        }
        return usage("'" + spec.qualifiedName(" ") + "' has no use for '" + word + "'.", null, spec);
    }

    private Finding missing(MissingParameterException missing, CommandSpec spec) {
        if (!missing.getMissing().isEmpty() && missing.getMissing().get(0) instanceof OptionSpec option) {
            return usage(
                    option.longestName() + " must have a value, " + option.paramLabel() + ".",
                    AlembicOptions.answer(spec.name(), option.longestName()),
                    spec);
        }
        Command command = parser.madeAs(spec.name());
        String example = command == null ? "" : command.missing();
        return usage("'" + spec.qualifiedName(" ") + "' must be told more.", example.isEmpty() ? null : example, spec);
    }

    private static Finding usage(String message, @Nullable String hint, CommandSpec spec) {
        String help = "'" + spec.qualifiedName(" ") + " --help' tells what there is.";
        return Finding.error(ErrorCode.USAGE_ERROR, message).withHint(hint == null ? help : hint + " " + help);
    }
}
