// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.javaformat.Scanner.Kind;
import dev.retort.javaformat.Scanner.Token;
import dev.retort.migration.MigrationHeader;
import java.util.ArrayList;
import java.util.List;

/** Reads the header from the {@code @Revision} annotation in a source text, without a compiler. */
final class AnnotationReader {

    private final Scanner scanner;
    private final String file;
    private final HeaderBuilder header;
    private final List<Finding> findings = new ArrayList<>();
    private Token token;

    private AnnotationReader(String source, String file) {
        this.scanner = new Scanner(source);
        this.file = file;
        this.header = new HeaderBuilder(findings);
        this.token = scanner.next();
    }

    static Outcome<MigrationHeader> read(String source, String file) {
        return new AnnotationReader(source, file).read();
    }

    private Outcome<MigrationHeader> read() {
        while (token.kind() != Kind.END) {
            if (token.is("@")) {
                SourceLocation place = place();
                advance();
                if (name().equals("Revision")) {
                    return annotation(place);
                }
            } else {
                advance();
            }
        }
        return Outcome.failed(List.of(Finding.error(
                        ErrorCode.JAVA_CLASS,
                        "A Java migration must be a class with the annotation @Revision, but this file has none.")
                .at(SourceLocation.ofFile(file))));
    }

    /** The last word of a name that may be qualified; empty if there is no name. */
    private String name() {
        String last = "";
        while (token.kind() == Kind.WORD) {
            last = token.text();
            advance();
            if (!token.is(".")) {
                break;
            }
            advance();
        }
        return last;
    }

    private Outcome<MigrationHeader> annotation(SourceLocation place) {
        if (token.is("(")) {
            advance();
            while (!token.is(")") && token.kind() != Kind.END) {
                element();
                if (token.is(",")) {
                    advance();
                }
            }
            if (token.kind() == Kind.END && findings.isEmpty()) {
                unreadable(place(), "a closing parenthesis");
            }
        }
        return header.build(place);
    }

    private void element() {
        SourceLocation place = place();
        if (token.kind() != Kind.WORD) {
            unreadable(place, "an element such as id = \"...\"");
            return;
        }
        String name = token.text();
        advance();
        if (!token.is("=")) {
            unreadable(place(), "'=' after " + name);
            return;
        }
        advance();
        header.set(name, place, values());
    }

    private List<HeaderBuilder.Value> values() {
        List<HeaderBuilder.Value> values = new ArrayList<>();
        if (!token.is("{")) {
            value(values);
            return values;
        }
        advance();
        while (!token.is("}") && token.kind() != Kind.END) {
            value(values);
            if (token.is(",")) {
                advance();
            }
        }
        advance();
        return values;
    }

    private void value(List<HeaderBuilder.Value> values) {
        SourceLocation place = place();
        if (token.kind() == Kind.WORD) {
            values.add(new HeaderBuilder.Value(name(), place));
            if (token.is("+")) {
                unreadable(place, "a string literal");
            }
            return;
        }
        StringBuilder text = new StringBuilder();
        if (token.kind() != Kind.STRING) {
            unreadable(place, "a string literal");
            return;
        }
        text.append(token.text());
        advance();
        while (token.is("+")) {
            advance();
            if (token.kind() != Kind.STRING) {
                unreadable(place(), "a string literal");
                return;
            }
            text.append(token.text());
            advance();
        }
        values.add(new HeaderBuilder.Value(text.toString(), place));
    }

    /** Tells what was expected and goes to the end of the annotation, so that one mistake is told once. */
    private void unreadable(SourceLocation place, String expected) {
        findings.add(Finding.error(
                        ErrorCode.JAVA_CLASS,
                        "@Revision is read without running anything, so it must have " + expected + " here, but has '"
                                + token.text() + "'.")
                .at(place));
        while (!token.is(")") && token.kind() != Kind.END) {
            advance();
        }
    }

    private SourceLocation place() {
        return new SourceLocation(file, token.line(), token.column());
    }

    private void advance() {
        token = scanner.next();
    }
}
