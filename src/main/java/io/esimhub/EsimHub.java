package io.esimhub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process. */
@SpringBootApplication
@org.springframework.boot.context.properties.ConfigurationPropertiesScan
public class EsimHub {

    public static void main(String[] args) {
        SpringApplication.run(EsimHub.class, args);
    }
}
