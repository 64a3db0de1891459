package io.esimhub.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Payment;
import io.esimhub.orders.SalesChannel;
import io.esimhub.orders.SnapshotCustomer;
import io.esimhub.orders.SnapshotLine;
import io.esimhub.reconciliation.listing.ListedChannel;
import io.esimhub.reconciliation.listing.ListedOrder;
import io.esimhub.testing.MovedClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/**
 * The classes that compare books, on a database of their own and with a clock that the test moves: no routes, no threads that take work, no
 * HTTP. Only what a test asks for is made.
 */
final class ReconcilingHub implements AutoCloseable {

    static final String SHOP = "a.myshopify.com";

    private static final List<String> PARTS = List.of(
            "io.esimhub.operations.work",
            "io.esimhub.operations.inbox",
            "io.esimhub.operations.cases",
            "io.esimhub.operations.sql",
            "io.esimhub.operations.timeline",
            "io.esimhub.operations.web",
            "io.esimhub.fulfillment",
            "io.esimhub.orders",
            "io.esimhub.suppliers",
            "io.esimhub.reconciliation");

    final MovedClock clock;
    final JdbcClient jdbc;
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(new OnlyTheseParts());

    ReconcilingHub(DataSource database, Instant now, Map<String, String> settings) {
        clock = new MovedClock(now);
        jdbc = JdbcClient.create(database);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        context.getBeanFactory().registerSingleton("dataSource", database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper().registerModule(new JavaTimeModule()));
        context.registerBean(OneShop.class, OneShop::new);
        RootBeanDefinition serializer = new RootBeanDefinition("io.esimhub.operations.work.WorkDataSerializer");
        serializer.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        context.registerBeanDefinition("workDataSerializer", serializer);
        Map<String, String> all = new HashMap<>(settings);
        // what is written down stays written down: nobody runs it
        all.put("hub.work.safety-net", "0s");
        Binder binder = new Binder(new MapConfigurationPropertySource(all));
        ClassPathBeanDefinitionScanner components = new ClassPathBeanDefinitionScanner(context, false);
        components.getBeanDefinitionDefaults().setLazyInit(true);
        components.addIncludeFilter(new AnnotationTypeFilter(Component.class, false));
        components.scan(PARTS.toArray(String[]::new));
        PARTS.forEach(part -> bind(binder, part));
        context.refresh();
    }

    <T> T the(Class<T> part) {
        return context.getBean(part);
    }

    void empty() {
        jdbc.sql(
                        """
                        truncate reconciliation.runs, reconciliation.breaks, reconciliation.listed, reconciliation.supplier_orders,
                            operations.inbox, operations.work, operations.cases, retail.orders cascade""")
                .update();
    }

    /** A run that is under way. */
    Run running(RunKind kind, Instant from, Instant to, String by) {
        Runs runs = the(Runs.class);
        long id = runs.wish(kind, new Listed("shopify", SHOP), null, by, Optional.of(new Window(from, to)))
                .orElseThrow();
        runs.start(runs.find(id).orElseThrow());
        return runs.find(id).orElseThrow();
    }

    List<String> strings(String sql, Object... arguments) {
        return jdbc.sql(sql).params(arguments).query(String.class).list();
    }

    List<String> breaks() {
        return strings("select kind || ' ' || subject || ' ' || state from reconciliation.breaks order by id");
    }

    List<String> openCases() {
        return strings(
                "select kind || ' ' || reason || ' ' || subject from operations.cases where state = 'OPEN' order by id");
    }

    /** An order in our books, as its channel had it when it was placed. */
    void order(String id, Instant placed, Payment payment) {
        jdbc.sql(
                        """
                        insert into retail.orders (channel, shop, external_id, external_name, snapshot_at, payment, cancelled, test, owed,
                            state, placed_at, created_at, updated_at)
                        values ('shopify', ?, ?, ?, ?, ?, false, false, 0, 'IN_FULFILLMENT', ?, now(), now())""")
                .params(SHOP, id, "#" + id, Timestamp.from(placed), payment.name(), Timestamp.from(placed))
                .update();
    }

    static ListedOrder listed(String id, Instant at, Payment payment) {
        return listed(id, at, payment, 1, 0);
    }

    static ListedOrder listed(String id, Instant at, Payment payment, int quantity, int fulfilled) {
        return new ListedOrder(
                new OrderSnapshot(
                        new OrderIdentity("shopify", SHOP, id),
                        "#" + id,
                        at,
                        Optional.of(at),
                        payment,
                        false,
                        false,
                        Optional.empty(),
                        new SnapshotCustomer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new SnapshotLine("L", Optional.of("ESIM-X"), "", quantity, Optional.empty()))),
                true,
                Map.of("L", fulfilled),
                ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        context.close();
    }

    private void bind(Binder binder, String part) {
        ClassPathScanningCandidateComponentProvider settings = new ClassPathScanningCandidateComponentProvider(false);
        settings.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (BeanDefinition found : settings.findCandidateComponents(part)) {
            bind(binder, ClassUtils.resolveClassName(found.getBeanClassName(), null));
        }
    }

    private <T> void bind(Binder binder, Class<T> settings) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        context.registerBean(settings, () -> binder.bindOrCreate(prefix, settings), each -> each.setLazyInit(true));
    }

    private static final class OneShop implements ListedChannel, SalesChannel {
        @Override
        public boolean hears(String shop) {
            return true;
        }

        @Override
        public String code() {
            return "shopify";
        }

        @Override
        public List<String> shops() {
            return List.of(SHOP);
        }
    }
}
