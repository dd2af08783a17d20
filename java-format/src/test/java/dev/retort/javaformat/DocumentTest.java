// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationSource;
import dev.retort.operation.Batch;
import dev.retort.operation.Dsl;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows compiles and records, and it shows every operation and every word that one can be told. */
class DocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/migrations-in-java.md");
    private static final Pattern BLOCK = Pattern.compile("```java( [a-z]+)?\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("public (?:final )?class (\\w+)");

    /** Methods of the recorder that a migration does not call: those by which the format reads what was recorded. */
    private static final Set<String> READ_BY_THE_FORMAT = Set.of("steps", "findings", "asDowngrade", "stated");

    private final JavaMigrationFormat format = new JavaMigrationFormat();

    @TempDir
    Path folder;

    @Test
    void everyBlockCompilesAndRecords() throws IOException {
        List<MigrationBody> bodies = bodies(MigrationContext.EMPTY);
        assertTrue(bodies.size() >= 15, "blocks: " + bodies.size());
        assertTrue(bodies.stream().anyMatch(body -> body.downgrade() instanceof Downgrade.Irreversible));
    }

    @Test
    void everyKindOfOperationIsRecorded() throws IOException {
        Set<Class<?>> recorded = new HashSet<>();
        bodies(new MigrationContext(Map.of("owner", "clerk")))
                .forEach(body -> operations(body).forEach(operation -> recorded.add(operation.getClass())));
        List<String> missing = Arrays.stream(Operation.class.getPermittedSubclasses())
                .filter(kind -> !recorded.contains(kind))
                .map(Class::getSimpleName)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyWordIsShown() throws IOException {
        String code = blocks().stream()
                .map(block -> block.group(2))
                .collect(Collectors.joining("\n"))
                .concat(Files.readString(DOCUMENT).replaceAll("(?s)```.*?```", ""));
        Set<String> missing = new TreeSet<>();
        words(Dsl.class, method -> Modifier.isStatic(method.getModifiers()))
                .filter(word ->
                        !Pattern.compile("\\b" + word + "\\(").matcher(code).find())
                .forEach(word -> missing.add(word + "()"));
        for (Class<?> type : types()) {
            words(type, method -> !Modifier.isStatic(method.getModifiers()))
                    .filter(word -> !READ_BY_THE_FORMAT.contains(word))
                    .filter(word -> !code.contains("." + word + "("))
                    .forEach(word -> missing.add(type.getSimpleName() + "." + word));
        }
        assertEquals(Set.of(), missing);
    }

    /** The recorder and everything that its methods and those of the DSL give back to be told more. */
    private static Set<Class<?>> types() {
        Set<Class<?>> types = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(Operations.class, Dsl.class));
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            for (Method method : type.getMethods()) {
                Class<?> given = method.getReturnType();
                boolean ours = given.getPackage() != null
                        && given.getPackage().equals(Operations.class.getPackage())
                        && !given.isRecord()
                        && !Modifier.isAbstract(given.getModifiers());
                if (ours && types.add(given)) {
                    open.push(given);
                }
            }
        }
        types.add(Operations.class);
        return types;
    }

    private static Stream<String> words(Class<?> type, Predicate<Method> which) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(which)
                .map(Method::getName)
                .distinct();
    }

    private static Stream<Operation> operations(MigrationBody body) {
        Stream<Operation> downgrade = body.downgrade() instanceof Downgrade.Steps steps
                ? steps.steps().stream().map(step -> step.operation())
                : Stream.of();
        return Stream.concat(body.upgrade().stream().map(step -> step.operation()), downgrade)
                .flatMap(operation -> operation instanceof Batch batch
                        ? Stream.concat(Stream.of(batch), batch.operations().stream())
                        : Stream.of(operation));
    }

    private List<MigrationBody> bodies(MigrationContext context) throws IOException {
        String imports = blocks().stream()
                .filter(block -> " imports".equals(block.group(1)))
                .map(block -> block.group(2))
                .collect(Collectors.joining());
        List<MigrationSource> sources = blocks().stream()
                .filter(block -> block.group(1) == null)
                .map(block -> source(imports, block))
                .toList();
        sources.forEach(source -> assertEquals(List.of(), source.header().findings(), source.content()));
        return sources.stream()
                .map(source -> {
                    assertEquals(List.of(), source.body(context).findings(), source.content());
                    return source.body(context).orThrow();
                })
                .toList();
    }

    /** A whole migration as it stands there; a block of operations is put into one. */
    private MigrationSource source(String imports, MatchResult block) {
        String text = block.group(2);
        String whole = text.contains("@Revision(")
                ? text
                : imports + "@Revision(id = \"a1\")\npublic class Block" + block.start()
                        + " implements Migration {\n    @Override\n    public void upgrade(Operations op) {\n" + text
                        + "    }\n}\n";
        var name = CLASS.matcher(whole);
        assertTrue(name.find(), whole);
        try {
            return format.open(Files.writeString(folder.resolve(name.group(1) + ".java"), whole), name.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<MatchResult> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(DOCUMENT)).results().toList();
    }
}
