// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.MigrationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keeps what is recorded, with the line of the migration that recorded it. */
abstract class Recorder {

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String OWN_PACKAGE = Recorder.class.getPackageName() + ".";

    private final List<Step<?>> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final UnaryOperator<String> fileNames;

    Recorder(UnaryOperator<String> fileNames) {
        this.fileNames = fileNames;
    }

    final UnaryOperator<String> fileNames() {
        return fileNames;
    }

    final <S extends Step<S>> S record(S step) {
        step.recordedAt(caller());
        steps.add(step);
        return step;
    }

    /** The line outside this package that is being run, past what the Java library puts between (forEach and the like). */
    final SourceLocation caller() {
        return WALKER.walk(frames -> frames.filter(frame -> isOutside(frame.getClassName()))
                .findFirst()
                .map(this::location)
                .orElse(SourceLocation.NONE));
    }

    private static boolean isOutside(String className) {
        return !(className.startsWith(OWN_PACKAGE) && className.indexOf('.', OWN_PACKAGE.length()) < 0)
                && !className.startsWith("java.");
    }

    private SourceLocation location(StackWalker.StackFrame frame) {
        String file = frame.getFileName();
        String shown = file == null ? frame.getClassName() : fileNames.apply(file);
        return new SourceLocation(shown, Math.max(0, frame.getLineNumber()), 0);
    }

    final void problem(Finding finding) {
        findings.add(finding);
    }

    /**
     * Makes the steps recorded so far. A step that cannot be made is left out and found by {@link #findings}.
     *
     * @return the steps, in order
     */
    public final List<MigrationStep> steps() {
        return make(new ArrayList<>());
    }

    /**
     * Tells what is wrong with what was recorded so far.
     *
     * @return every finding, those of operations inside others included; empty if all is well
     */
    public final List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        make(all);
        for (Step<?> step : steps) {
            for (Recorder inner : step.inner()) {
                all.addAll(inner.findings());
                all.addAll(inner.misplaced(step));
            }
        }
        return all.stream().sorted().toList();
    }

    private List<MigrationStep> make(List<Finding> problems) {
        List<MigrationStep> made = new ArrayList<>();
        for (Step<?> step : steps) {
            try {
                made.add(step.toMigrationStep());
            } catch (IllegalArgumentException e) {
                problems.add(Finding.error(ErrorCode.BAD_VALUE, String.valueOf(e.getMessage()))
                        .at(step.location()));
            }
        }
        return made;
    }

    /** The operations alone, for a recorder inside a step. */
    final List<Operation> operations() {
        return steps().stream().map(MigrationStep::operation).toList();
    }

    private List<Finding> misplaced(Step<?> outer) {
        return steps.stream()
                .filter(Step::isConditional)
                .map(step -> Finding.error(
                                ErrorCode.BAD_VALUE,
                                "when, allow and timeouts must be said of the step as a whole, not inside it")
                        .at(step.location())
                        .withHint("Say it behind the step at " + outer.location() + "."))
                .toList();
    }
}
