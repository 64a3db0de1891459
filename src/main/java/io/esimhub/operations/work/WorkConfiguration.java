package io.esimhub.operations.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    @Bean
    WorkDataSerializer workDataSerializer(ObjectMapper json) {
        return new WorkDataSerializer(json);
    }

    /** Found by Camel as the scheme {@code work:}. */
    @Bean("work")
    WorkComponent workComponent(WorkHandlers handlers, WorkQueue queue) {
        return new WorkComponent(handlers, queue);
    }
}
