package io.esimhub.operations.work;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which route of this process runs which queue. A stopped route leaves its items where they are. */
@Component
class WorkHandlers {

    private final Map<String, WorkHandler> byQueue = new ConcurrentHashMap<>();

    void put(String queue, WorkHandler handler) {
        if (byQueue.putIfAbsent(queue, handler) != null) {
            throw new IllegalStateException("two routes consume the work queue " + queue);
        }
    }

    void remove(String queue) {
        byQueue.remove(queue);
    }

    Optional<WorkHandler> of(String queue) {
        return Optional.ofNullable(byQueue.get(queue));
    }
}
