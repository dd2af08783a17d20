// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.Downgrade;
import dev.retort.migration.Migration;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.operation.Operations;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes an instance of a migration's class and lets it record its operations. */
final class Recording {

    private final SourceLocation header;
    private final UnaryOperator<String> fileNames;
    private final MigrationContext context;
    private final List<Finding> findings = new ArrayList<>();

    /** {@code fileNames} turns the plain name of a source file into the one that people know it by. */
    Recording(SourceLocation header, UnaryOperator<String> fileNames, MigrationContext context) {
        this.header = header;
        this.fileNames = fileNames;
        this.context = context;
    }

    Outcome<MigrationBody> record(Class<?> type) {
        Migration migration = instance(type);
        if (migration == null) {
            return Outcome.failed(findings);
        }
        Operations upgrade = recorded("upgrade", migration::upgrade, type);
        Operations downgrade = recorded("downgrade", migration::downgrade, type);
        Downgrade misplaced = upgrade.stated();
        if (misplaced != null) {
            error(ErrorCode.BAD_VALUE, "auto and irreversible must be said in downgrade, but were in upgrade")
                    .accept(place(misplaced));
        }
        Downgrade stated = downgrade.stated();
        if (stated != null && !downgrade.steps().isEmpty()) {
            error(ErrorCode.BAD_VALUE, "a downgrade must be steps or auto or irreversible, but was several of them")
                    .accept(place(stated));
        }
        if (!findings.isEmpty()) {
            return Outcome.failed(findings);
        }
        return Outcome.of(new MigrationBody(upgrade.steps(), placed(downgrade.asDowngrade())));
    }

    private Consumer<SourceLocation> error(ErrorCode code, String message) {
        return place -> findings.add(Finding.error(code, message).at(place));
    }

    private @Nullable Migration instance(Class<?> type) {
        if (!Migration.class.isAssignableFrom(type) || !Modifier.isPublic(type.getModifiers())) {
            error(ErrorCode.JAVA_CLASS, "class " + type.getName() + " must be public and implement Migration")
                    .accept(header);
            return null;
        }
        try {
            Constructor<?> constructor = type.getConstructor();
            return (Migration) constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            error(
                            ErrorCode.JAVA_CLASS,
                            "class " + type.getName()
                                    + " must not be abstract and must have a public constructor without parameters")
                    .accept(header);
        } catch (InvocationTargetException e) {
            failed("the constructor", e.getCause(), type);
        } catch (LinkageError e) {
            failed("the class", e, type);
        }
        return null;
    }

    private Operations recorded(String method, Consumer<Operations> body, Class<?> type) {
        Operations op = new Operations(fileNames, context);
        try {
            body.accept(op);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            failed(method, e, type);
        }
        findings.addAll(op.findings());
        return op;
    }

    /** A mistake that a factory found is told in its own words; anything else with the exception's name. */
    private void failed(String what, Throwable thrown, Class<?> type) {
        String text = String.valueOf(thrown.getMessage());
        String message = thrown instanceof IllegalArgumentException && thrown.getMessage() != null
                ? text
                : what + " failed: " + thrown.getClass().getSimpleName()
                        + (thrown.getMessage() == null ? "" : ": " + text);
        error(ErrorCode.JAVA_RECORDING, message).accept(place(thrown, type));
    }

    /** The innermost line of the migration's own class, nested classes and lambdas included. */
    private SourceLocation place(Throwable thrown, Class<?> type) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String name = frame.getClassName();
            String file = frame.getFileName();
            if (file != null && (name.equals(type.getName()) || name.startsWith(type.getName() + "$"))) {
                return new SourceLocation(fileNames.apply(file), Math.max(0, frame.getLineNumber()), 0);
            }
        }
        return header;
    }

    private SourceLocation place(Downgrade downgrade) {
        if (downgrade instanceof Downgrade.Auto auto) {
            return auto.location();
        }
        return downgrade instanceof Downgrade.Irreversible irreversible ? irreversible.location() : header;
    }

    /** A downgrade that the class does not have is said by the interface; its place is the header. */
    private Downgrade placed(Downgrade downgrade) {
        boolean inherited = downgrade instanceof Downgrade.Auto auto
                && auto.location().file().equals("Migration.java");
        return inherited ? new Downgrade.Auto(header) : downgrade;
    }
}
