package io.esimhub.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The price monitor knows nothing of the hub but how HTTP is answered, and has no way to its database. */
@AnalyzeClasses(packages = "io.esimhub", importOptions = ImportOption.DoNotIncludeTests.class)
class MonitorIsolationTest {

    private static final String MONITOR = "io.esimhub.competitors..";
    private static final Pattern ENDPOINT = Pattern.compile("^\\s*(?:uri|to): *(\\S+)", Pattern.MULTILINE);
    private static final Pattern STEP = Pattern.compile("^\\s+- ([a-zA-Z]+):", Pattern.MULTILINE);

    @ArchTest
    static final ArchRule theMonitorKnowsOnlyHowHttpIsAnswered = noClasses()
            .that()
            .resideInAPackage(MONITOR)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.esimhub..")
                    .and(not(resideInAnyPackage(MONITOR, "io.esimhub.operations.web..", "io.esimhub.model.."))));

    @ArchTest
    static final ArchRule nobodyKnowsTheMonitor = DependencyDirectionTest.namedByNobody(MONITOR);

    @ArchTest
    static final ArchRule theMonitorHasNoWayToTheMainDatabase = noClasses()
            .that()
            .resideInAPackage(MONITOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.springframework.transaction..",
                    "org.springframework.boot.jdbc..",
                    "org.apache.camel.component.sql..",
                    "org.postgresql..",
                    "com.zaxxer..",
                    "com.github.kagkarlsson..");

    @ArchTest
    static final ArchRule sqliteIsKnownToTheStoreOnly = noClasses()
            .that()
            .resideOutsideOfPackage("io.esimhub.competitors.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sqlite..");

    @ArchTest
    static final ArchRule withoutItsProfileNoneOfItExists = classes()
            .that()
            .resideInAPackage(MONITOR)
            .and()
            .areNotAnnotations()
            .and()
            .areMetaAnnotatedWith(Component.class)
            .or()
            .resideInAPackage(MONITOR)
            .and()
            .areAnnotatedWith(Configuration.class)
            .should()
            .beMetaAnnotatedWith(Profile.class);

    @Test
    void itsRoutesUseNothingButItsOwnScheduleAndItsOwnBeans() throws IOException {
        for (Path route : files("routes/competitors", ".yaml")) {
            String text = Files.readString(route);
            assertThat(ENDPOINT.matcher(text).results().map(found -> found.group(1)))
                    .as(route.toString())
                    .allMatch(uri -> uri.startsWith("direct:") || uri.startsWith("competitors-quartz:"));
            assertThat(STEP.matcher(text).results().map(found -> found.group(1)))
                    .as(route.toString())
                    .isSubsetOf("bean", "setProperty", "setHeader", "id", "name", "code", "value");
        }
    }

    @Test
    void itsStatementsNameNoTableOfTheHub() throws IOException {
        Pattern qualified = Pattern.compile(
                "\\b(channels|retail|catalog|fulfillment|suppliers|stock|reconciliation|reporting|wholesale|knowledge|operations)\\s*\\.");
        for (Path statement : files("src/main/resources/sql/competitors", ".sql")) {
            assertThat(Files.readString(statement)).as(statement.toString()).doesNotContainPattern(qualified);
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
