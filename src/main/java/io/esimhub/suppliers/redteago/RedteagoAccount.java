package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.model.Money;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.UnusableAnswer;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of RedteaGO's routes about our account and what it may buy. */
@Component("redteagoAccount")
class RedteagoAccount {

    private final RedteagoAccess access;
    private final RedteagoQuestion question;

    RedteagoAccount(RedteagoAccess access, ObjectMapper json, Clock clock) {
        this.access = access;
        this.question = new RedteagoQuestion(json, access.words(), clock);
    }

    /** POST /package/list. */
    public void packages(Exchange exchange) throws JsonProcessingException {
        access.ask(exchange, PackageQuery.ALL);
    }

    public SupplierOffers catalogue(HttpAnswer answer) throws UnusableAnswer {
        JsonNode list = question.obj("RedteaGO's list of packages", answer).path("packageList");
        return RedteagoPackages.of(list);
    }

    /** POST /balance/query. */
    public void account(Exchange exchange) throws JsonProcessingException {
        access.ask(exchange, Map.of());
    }

    /** In 1/10000 USD. */
    public Money balance(HttpAnswer answer) throws UnusableAnswer {
        return VendorJson.number(question.obj("RedteaGO's balance", answer), "balance")
                .map(RedteagoPackages::dollars)
                .orElseThrow(() -> new UnusableAnswer("RedteaGO's answer has no balance"));
    }

    /** The body of {@code /package/list}; an empty condition is none. */
    record PackageQuery(String locationCode, String type, String slug, String packageCode, String iccid) {

        /** Whatever an order can buy; TOPUP would be what is added to an eSIM. */
        static final PackageQuery ALL = new PackageQuery("", "BASE", "", "", "");
    }
}
