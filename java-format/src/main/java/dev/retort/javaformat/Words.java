// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.javaformat.Code.Call;
import dev.retort.javaformat.Code.Chain;
import dev.retort.javaformat.Code.Raw;
import dev.retort.schema.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a call and the calls that follow it. */
final class Words {

    private final List<Call> calls = new ArrayList<>();

    private Words() {}

    static Words call(String name, Code... arguments) {
        return new Words().then(name, arguments);
    }

    static Words call(String name, List<Code> arguments) {
        return new Words().then(name, arguments);
    }

    Words then(String name, Code... arguments) {
        return then(name, Arrays.asList(arguments));
    }

    Words then(String name, List<Code> arguments) {
        calls.add(new Call(name, arguments));
        return this;
    }

    Words thenIf(boolean condition, String name, Code... arguments) {
        return condition ? then(name, arguments) : this;
    }

    Words thenText(String name, @Nullable String argument) {
        return argument == null ? this : then(name, text(argument));
    }

    Words thenText(String name, @Nullable Identifier argument) {
        return argument == null ? this : then(name, text(argument));
    }

    Words thenNumber(String name, @Nullable Long argument) {
        return argument == null ? this : then(name, number(argument));
    }

    Code code() {
        return new Chain(List.copyOf(calls));
    }

    static Code text(String value) {
        return TextBlock.suits(value) && value.length() < 20_000
                ? new Code.Block(new TextBlock(value))
                : new Raw(JavaLiterals.string(value));
    }

    static Code text(Identifier name) {
        return new Raw(JavaLiterals.string(name.value()));
    }

    static Code number(long value) {
        return new Raw(value == (int) value ? Long.toString(value) : value + "L");
    }

    static List<Code> texts(Collection<Identifier> names) {
        return names.stream().map(Words::text).toList();
    }

    static List<Code> strings(Collection<String> values) {
        return values.stream().map(Words::text).toList();
    }

    static List<Code> list(Code first, List<Code> others) {
        List<Code> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }
}
