package io.esimhub.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/ops/schedules}: what runs by itself, when it last did and when it will, as all processes together see it. */
@Component("schedules")
public class Schedules {

    private final Scheduler scheduler;

    Schedules(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    public Map<String, Object> all() throws SchedulerException {
        List<Map<String, Object>> schedules = new ArrayList<>();
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            Trigger trigger = scheduler.getTrigger(key);
            if (trigger != null) {
                schedules.add(shown(trigger));
            }
        }
        schedules.sort(Comparator.comparing(schedule -> schedule.get("name").toString()));
        return Map.of("schedules", schedules);
    }

    private Map<String, Object> shown(Trigger trigger) throws SchedulerException {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", trigger.getKey().getGroup() + "/" + trigger.getKey().getName());
        if (trigger instanceof CronTrigger cron) {
            shown.put("cron", cron.getCronExpression());
            shown.put("timeZone", cron.getTimeZone().getID());
        }
        shown.put(
                "missed",
                trigger.getMisfireInstruction() == CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING
                        ? "left out"
                        : "made up for once");
        shown.put("state", scheduler.getTriggerState(trigger.getKey()).name());
        shown.put("last", time(trigger.getPreviousFireTime()));
        shown.put("next", time(trigger.getNextFireTime()));
        return shown;
    }

    private static String time(Date at) {
        return at == null ? null : at.toInstant().toString();
    }
}
