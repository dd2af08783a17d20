// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import org.jspecify.annotations.Nullable;

/** A kind of project. */
enum Template {
    /** Migrations in YAML. */
    YAML("yaml", "New migrations are YAML files, read without a compiler."),
    /** Migrations in Java. */
    JAVA("java", "New migrations are Java source files, compiled when they are used.");

    private final String word;
    private final String sentence;

    Template(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** {@return its name on the command line and in the project file} */
    String word() {
        return word;
    }

    /** {@return what it is, in a sentence} */
    String sentence() {
        return sentence;
    }

    static @Nullable Template of(String word) {
        for (Template template : values()) {
            if (template.word.equals(word)) {
                return template;
            }
        }
        return null;
    }
}
