package io.esimhub.chatbot;

import io.esimhub.operations.security.ScopedPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a key of scope {@code chatbot} opens: reading only. */
@Configuration(proxyBeanMethods = false)
class ChatbotDoor {

    @Bean
    ScopedPaths chatbotPaths() {
        return new ScopedPaths(
                "chatbot",
                List.of(
                        "/api/v1/products",
                        "/api/v1/products/**",
                        "/api/v1/knowledge",
                        "/api/v1/knowledge/**",
                        "/api/v1/chatbot/**"));
    }
}
