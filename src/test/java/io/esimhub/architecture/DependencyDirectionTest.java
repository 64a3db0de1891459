package io.esimhub.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** Dependencies run one way: channels → orders, catalog, fulfillment → suppliers, delivery → operations. */
@AnalyzeClasses(packages = "io.esimhub", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionTest {

    @ArchTest
    static final ArchRule channelsAreNamedByNobody = namedByNobody("io.esimhub.channels..");

    @ArchTest
    static final ArchRule fulfillmentKnowsItsOwnersByAnInterfaceOnly = noClasses()
            .that()
            .resideInAnyPackage("io.esimhub.fulfillment..", "io.esimhub.catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.esimhub.orders..", "io.esimhub.wholesale..");

    @ArchTest
    static final ArchRule suppliersAndDeliveryKnowNothingAboveThem = noClasses()
            .that()
            .resideInAnyPackage("io.esimhub.suppliers..", "io.esimhub.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.esimhub.orders..", "io.esimhub.catalog..", "io.esimhub.fulfillment..");

    @ArchTest
    static final ArchRule theChatbotsSourcesTouchNoOrder = noClasses()
            .that()
            .resideInAnyPackage("io.esimhub.chatbot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.esimhub.orders..", "io.esimhub.delivery..", "io.esimhub.reconciliation..");

    @ArchTest
    static final ArchRule theChatbotIsNamedByNobody = namedByNobody("io.esimhub.chatbot..");

    @ArchTest
    static final ArchRule operationsKnowNoBusiness = noClasses()
            .that()
            .resideInAnyPackage("io.esimhub.operations..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.esimhub.channels..",
                    "io.esimhub.orders..",
                    "io.esimhub.catalog..",
                    "io.esimhub.fulfillment..",
                    "io.esimhub.suppliers..",
                    "io.esimhub.delivery..");

    @ArchTest
    static final ArchRule theSandboxIsNamedByNobodyAndNamesNobody = noClasses()
            .that()
            .resideOutsideOfPackage("io.esimhub.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.esimhub.sandbox..");

    @ArchTest
    static final ArchRule theSandboxKnowsOnlyTheWordsEveryoneSpeaks = noClasses()
            .that()
            .resideInAnyPackage("io.esimhub.sandbox..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.esimhub..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAnyPackage("io.esimhub.sandbox..", "io.esimhub.model.."))));

    @ArchTest
    static final ArchRule wordsThatEveryoneSpeaksNeedNoFramework = noClasses()
            .that()
            .resideInAnyPackage("io.esimhub.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel..", "java.sql..");

    @ArchTest
    static final ArchRule decisionsNeedNoFramework = noClasses()
            .that()
            .haveSimpleName("OrderMerge")
            .or()
            .haveSimpleName("OrderState")
            .or()
            .haveSimpleName("UnitPlan")
            .or()
            .haveSimpleName("VariantChoice")
            .or()
            .haveSimpleName("ListAndMatch")
            .or()
            .haveSimpleName("PurchaseKey")
            .or()
            .haveSimpleName("Margin")
            .or()
            .haveSimpleName("ShopifySignature")
            .or()
            .haveSimpleName("ShopifyOrderReader")
            .or()
            .haveSimpleName("EsimGoAnswers")
            .or()
            .haveSimpleName("RetrySchedule")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel..", "java.sql..");

    @ArchTest
    static final ArchRule nobodyAsksTheWallClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule domainsDoNotRunInCircles =
            slices().matching("io.esimhub.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule settingsAreTyped =
            classes().that().haveSimpleNameEndingWith("Properties").should().beRecords();

    static ArchRule namedByNobody(String domain) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(domain)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(domain);
    }
}
