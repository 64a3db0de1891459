package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.esimhub.testing.FreshDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/** Two schedulers with the settings that the hub ships with, over one database, as two processes have them. */
@ExtendWith(FreshDatabase.class)
class SharedClockworkTest {

    @Test
    void aPlannedTimeFiresInOneOfTwoProcessesAndTheOtherGoesOnWhenThatOneIsGone(DataSource database) throws Exception {
        Fires.SEEN.clear();
        SchedulerFactoryBean one = process("one", database);
        SchedulerFactoryBean two = process("two", database);
        try {
            plan(one.getScheduler());
            one.start();
            two.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> times().size() >= 4);
            one.destroy();
            int before = Fires.SEEN.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> Fires.SEEN.size() >= before + 2);
        } finally {
            one.destroy();
            two.destroy();
        }

        assertThat(times()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(Fires.SEEN.stream().map(Fire::process).toList()))
                .contains("two");
    }

    private static List<String> times() {
        return Fires.SEEN.stream().map(Fire::plannedFor).toList();
    }

    private static void plan(Scheduler scheduler) throws SchedulerException {
        scheduler.scheduleJob(
                JobBuilder.newJob(Fires.class).withIdentity("every-second").build(),
                TriggerBuilder.newTrigger()
                        .withIdentity("every-second")
                        .withSchedule(CronScheduleBuilder.cronSchedule("* * * * * ?"))
                        .build());
    }

    private static SchedulerFactoryBean process(String name, DataSource database) throws Exception {
        Properties shipped = shipped();
        // AUTO names a process by its host and the moment, which two of one test could share
        shipped.setProperty("org.quartz.scheduler.instanceId", name);
        // a process that is gone is missed after a second instead of twenty
        shipped.setProperty("org.quartz.jobStore.clusterCheckinInterval", "1000");
        SchedulerFactoryBean process = new SchedulerFactoryBean();
        process.setSchedulerName("esim-hub");
        process.setDataSource(database);
        process.setQuartzProperties(shipped);
        process.setSchedulerContextAsMap(Map.of("process", name));
        process.setWaitForJobsToCompleteOnShutdown(true);
        process.afterPropertiesSet();
        return process;
    }

    private static Properties shipped() throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("shipped", new FileSystemResource("config/application.yaml"))
                .forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("spring.quartz.properties", Properties.class)
                .get();
    }

    record Fire(String process, String plannedFor) {}

    public static class Fires implements Job {

        private static final ConcurrentLinkedQueue<Fire> SEEN = new ConcurrentLinkedQueue<>();

        @Override
        public void execute(JobExecutionContext context) {
            try {
                SEEN.add(new Fire(
                        context.getScheduler().getContext().getString("process"),
                        context.getScheduledFireTime().toInstant().toString()));
            } catch (SchedulerException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
