package io.esimhub.fulfillment;

import io.esimhub.operations.sql.Query;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All owners of requests, by their kind. */
@Component
class Owners {

    private final Map<String, RequestOwner> byKind;

    Owners(List<RequestOwner> owners) {
        byKind = owners.stream().collect(Collectors.toMap(RequestOwner::kind, Function.identity()));
    }

    /** Locks the order until the end of the transaction. */
    Query<LockedOrder> lock(OrderRef order) {
        return byKind.get(order.ownerKind()).lock(order.orderId());
    }
}
