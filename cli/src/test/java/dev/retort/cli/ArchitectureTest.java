// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.retort.diagnostic.SourceLocation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows between the modules, and rules that all of them keep. This module is the one that sees all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String[] API = {
        "dev.retort.diagnostic..",
        "dev.retort.dialect", // without the packages below, which belong to one dialect each
        "dev.retort.migration..",
        "dev.retort.operation..",
        "dev.retort.project..",
        "dev.retort.schema.."
    };

    private static final String ENGINE = "dev.retort.engine..";
    private static final String DIALECTS = "dev.retort.dialect.*..";
    private static final String FORMATS_YAML = "dev.retort.yaml..";
    private static final String FORMATS_JAVA = "dev.retort.javaformat..";
    private static final String TESTKIT = "dev.retort.testkit..";
    private static final String CLI = "dev.retort.cli..";

    private JavaClasses retort;

    @BeforeAll
    void readClasses() {
        retort = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.retort");
    }

    @Test
    void apiDependsOnTheJdkAndJSpecifyAlone() {
        classes()
                .that()
                .resideInAnyPackage(API)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(API).or(resideInAnyPackage("java..", "javax.sql..", "org.jspecify..")))
                .check(retort);
    }

    /** The modules that know api alone: the engine, the formats, and each dialect, found by its package. */
    Stream<String> leaves() {
        Set<String> dialects = retort.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("dev.retort.dialect."))
                .map(name -> "dev.retort.dialect." + name.split("\\.")[3] + "..")
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(Stream.of(ENGINE, FORMATS_YAML, FORMATS_JAVA), dialects.stream());
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void aLeafKnowsApiAlone(String leaf) {
        noClasses()
                .that()
                .resideInAPackage(leaf)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.retort..")
                        .and(not(resideInAnyPackage(API)))
                        .and(not(resideInAPackage(leaf))))
                .check(retort);
    }

    @Test
    void testkitKnowsEngineYamlAndApiAlone() {
        noClasses()
                .that()
                .resideInAPackage(TESTKIT)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.retort..")
                        .and(not(resideInAnyPackage(API)))
                        .and(not(resideInAnyPackage(ENGINE, FORMATS_YAML, TESTKIT))))
                .check(retort);
    }

    @Test
    void everyClassIsInAModuleThatARuleNames() {
        classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(API), Stream.of(ENGINE, DIALECTS, FORMATS_YAML, FORMATS_JAVA, TESTKIT, CLI))
                        .toArray(String[]::new))
                .check(retort);
    }

    /** Where an operation stands is no part of what it is: decision 0001. */
    @Test
    void noOperationKnowsWhereItStands() {
        fields().that()
                .areDeclaredInClassesThat(
                        resideInAPackage("dev.retort.operation..").and(assignableTo(Record.class)))
                .should()
                .notHaveRawType(SourceLocation.class)
                .check(retort);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CLI)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(retort);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().should().beFinal().check(retort);
    }
}
