package io.esimhub.competitors.watch;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A scheduler of the monitor's own, in memory: the hub's keeps its plan in PostgreSQL and belongs to all processes. */
@Configuration(proxyBeanMethods = false)
@Profile("competitors")
class ScheduleConfiguration {

    /** The scheme of the routes' {@code from}. */
    static final String SCHEME = "competitors-quartz";

    @Bean(SCHEME)
    QuartzComponent competitorsQuartz(CamelContext camel) {
        QuartzComponent quartz = new QuartzComponent(camel);
        quartz.setAutowiredEnabled(false); // or Camel would hand it the hub's scheduler
        quartz.setAutoStartScheduler(false);
        quartz.setInterruptJobsOnShutdown(true);
        quartz.setProperties(Map.of(
                "org.quartz.scheduler.instanceName", "competitors",
                "org.quartz.scheduler.makeSchedulerThreadDaemon", "true",
                "org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore",
                "org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool",
                "org.quartz.threadPool.threadCount", "1",
                "org.quartz.threadPool.makeThreadsDaemons", "true"));
        return quartz;
    }
}
