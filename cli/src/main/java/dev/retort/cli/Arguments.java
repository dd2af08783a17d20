// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What a command line holds. An option counts wherever it stands; given on both sides of the command, the last one wins. */
final class Arguments {

    /** No command line. */
    static final Arguments NONE = new Arguments(List.of());

    private final List<ParseResult> levels;

    /** @param levels the program's part of the line, then that of the command */
    Arguments(List<ParseResult> levels) {
        this.levels = List.copyOf(levels);
    }

    boolean flag(String name) {
        for (ParseResult level : levels) {
            OptionSpec option = level.matchedOption(name);
            if (option != null && Boolean.TRUE.equals(option.getValue())) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    String value(String name) {
        String last = null;
        for (ParseResult level : levels) {
            OptionSpec option = level.matchedOption(name);
            if (option != null) {
                last = option.getValue();
            }
        }
        return last;
    }

    String value(String name, String otherwise) {
        String value = value(name);
        return value == null ? otherwise : value;
    }

    List<String> values(String name) {
        List<String> all = new ArrayList<>();
        for (ParseResult level : levels) {
            OptionSpec option = level.matchedOption(name);
            if (option != null) {
                all.addAll(option.<List<String>>getValue());
            }
        }
        return all;
    }

    List<String> positionals() {
        List<String> all = new ArrayList<>();
        for (ParseResult level : levels) {
            for (PositionalParamSpec positional : level.matchedPositionals()) {
                all.addAll(positional.<List<String>>getValue());
            }
        }
        return all;
    }

    /** The values of {@code -x}, by key. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String text : values(GlobalOptions.ARGUMENT)) {
            int equals = text.indexOf('=');
            given.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
        }
        return given;
    }
}
