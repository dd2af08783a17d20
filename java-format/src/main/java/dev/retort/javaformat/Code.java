// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import java.util.List;
import java.util.Optional;

/** A piece of Java to be written: an argument, a call, a lambda. */
sealed interface Code {

    /** The longest line that is written without a break. */
    int WIDTH = 110;

    /** How much a continued line is indented. */
    String CONTINUED = " ".repeat(8);

    /** {@return the piece on one line, or empty if it cannot be} */
    Optional<String> flat();

    /** Writes the piece; its first line starts where the output is, its other lines are indented. */
    void write(StringBuilder out, String indent);

    /** Whether a piece of several lines can stand behind an opening parenthesis. */
    default boolean hugs() {
        return false;
    }

    /** Text that is Java already. */
    record Raw(String java) implements Code {

        @Override
        public Optional<String> flat() {
            return Optional.of(java);
        }

        @Override
        public void write(StringBuilder out, String indent) {
            out.append(java);
        }
    }

    /** A text block. */
    record Block(TextBlock block) implements Code {

        @Override
        public Optional<String> flat() {
            return Optional.empty();
        }

        @Override
        public void write(StringBuilder out, String indent) {
            block.write(out, indent + CONTINUED);
        }

        @Override
        public boolean hugs() {
            return true;
        }
    }

    /** A lambda of one parameter with statements. */
    record Lambda(String parameter, List<Code> statements) implements Code {

        @Override
        public Optional<String> flat() {
            return statements.isEmpty() ? Optional.of(parameter + " -> {}") : Optional.empty();
        }

        @Override
        public void write(StringBuilder out, String indent) {
            if (statements.isEmpty()) {
                out.append(parameter).append(" -> {}");
                return;
            }
            String inner = indent + "    ";
            out.append(parameter).append(" -> {\n");
            for (Code statement : statements) {
                out.append(inner);
                statement.write(out, inner);
                out.append(";\n");
            }
            out.append(indent).append('}');
        }

        @Override
        public boolean hugs() {
            return true;
        }
    }

    /** A call, and calls on what it gives back. */
    record Chain(List<Call> calls) implements Code {

        @Override
        public Optional<String> flat() {
            StringBuilder out = new StringBuilder();
            for (Call call : calls) {
                Optional<String> flat = call.flat();
                if (flat.isEmpty()) {
                    return flat;
                }
                out.append(out.length() == 0 ? "" : ".").append(flat.get());
            }
            return Optional.of(out.toString());
        }

        @Override
        public void write(StringBuilder out, String indent) {
            Optional<String> flat = flat();
            if (flat.isPresent() && fits(flat.get(), indent)) {
                out.append(flat.get());
                return;
            }
            calls.get(0).write(out, indent);
            for (Call call : calls.subList(1, calls.size())) {
                out.append('\n').append(indent).append(CONTINUED).append('.');
                call.write(out, indent + CONTINUED);
            }
        }
    }

    private static boolean fits(String flat, String indent) {
        return indent.length() + flat.length() <= WIDTH;
    }

    /** One call with its arguments. */
    record Call(String name, List<Code> arguments) {

        Optional<String> flat() {
            StringBuilder out = new StringBuilder(name).append('(');
            String separator = "";
            for (Code argument : arguments) {
                Optional<String> flat = argument.flat();
                if (flat.isEmpty()) {
                    return flat;
                }
                out.append(separator).append(flat.get());
                separator = ", ";
            }
            return Optional.of(out.append(')').toString());
        }

        void write(StringBuilder out, String indent) {
            Optional<String> flat = flat();
            if (flat.isPresent() && fits(flat.get(), indent)) {
                out.append(flat.get());
                return;
            }
            out.append(name).append('(');
            boolean hugging = hugging();
            for (int i = 0; i < arguments.size(); i++) {
                out.append(i == 0 ? "" : hugging ? ", " : ",");
                if (!hugging) {
                    out.append('\n').append(indent).append(CONTINUED);
                }
                arguments.get(i).write(out, hugging ? indent : indent + CONTINUED);
            }
            out.append(')');
        }

        private boolean hugging() {
            int last = arguments.size() - 1;
            return arguments.get(last).hugs()
                    && arguments.subList(0, last).stream()
                            .allMatch(argument -> argument.flat().isPresent());
        }
    }
}
