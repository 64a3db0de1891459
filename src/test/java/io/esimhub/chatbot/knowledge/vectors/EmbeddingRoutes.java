package io.esimhub.chatbot.knowledge.vectors;

import io.esimhub.chatbot.knowledge.KnowledgeProperties;
import io.esimhub.operations.http.DeadlineTimer;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The routes that ask the endpoint, alone; {@code work:} hands items over at once. */
public final class EmbeddingRoutes implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /** @param passages what has the methods of {@link PassageVectors} */
    EmbeddingRoutes(KnowledgeProperties properties, Object passages, EndpointTrouble trouble) {
        context = new SpringApplicationBuilder(Routes.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .initializers((GenericApplicationContext beans) -> {
                    beans.registerBean(KnowledgeProperties.class, () -> properties);
                    beans.registerBean(EndpointTrouble.class, () -> trouble);
                    beans.registerBean("work", DirectComponent.class, DirectComponent::new);
                    beans.registerBean("passageVectors", Object.class, () -> passages);
                })
                .run(
                        "--spring.config.location=optional:classpath:none/",
                        "--spring.main.log-startup-info=false",
                        "--camel.main.jmx-enabled=false",
                        "--camel.main.routes-include-pattern=file:routes/chatbot/embed-*.yaml",
                        "--camel.main.shutdown-timeout=1",
                        "--camel.main.stream-caching-enabled=true");
    }

    public ProducerTemplate camel() {
        return context.getBean(ProducerTemplate.class);
    }

    String vector(String question) {
        return camel().requestBody("direct:embed-question", Texts.question(question), String.class);
    }

    void passages(WorkItem item) {
        Exchange done = camel().send("work:embed-passages", exchange -> {
            exchange.setProperty(WorkExchange.ITEM, item);
            exchange.getMessage().setBody(item);
        });
        if (done.getException() != null) {
            throw new IllegalStateException("the item failed", done.getException());
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({JacksonAutoConfiguration.class, CamelAutoConfiguration.class})
    @Import({Embeddings.class, EmbeddingClient.class, QuestionVector.class})
    @ComponentScan(basePackageClasses = DeadlineTimer.class)
    static class Routes {}
}
