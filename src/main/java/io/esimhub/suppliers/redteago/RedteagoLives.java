package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.UnusableAnswer;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of RedteaGO's routes about one eSIM, which its {@code esimTranNo} names: ICCIDs are used again. */
@Component("redteagoLives")
class RedteagoLives {

    private static final String ESIM = "redteagoEsim";

    private final RedteagoAccess access;
    private final RedteagoCancels cancels;
    private final RedteagoQuestion question;
    private final Clock clock;

    RedteagoLives(RedteagoAccess access, ObjectMapper json, Clock clock) {
        this.access = access;
        this.cancels = new RedteagoCancels(json, access.words());
        this.question = new RedteagoQuestion(json, access.words(), clock);
        this.clock = clock;
    }

    /** POST /esim/cancel. */
    public void cancel(Exchange exchange) throws JsonProcessingException {
        access.ask(exchange, new Cancel(esim(exchange)));
    }

    public CancelAnswer cancelled(HttpAnswer answer) {
        return cancels.read(answer, clock.instant());
    }

    /** POST /esim/query by eSIM. */
    public void ask(Exchange exchange) throws JsonProcessingException {
        String esim = esim(exchange);
        exchange.setProperty(ESIM, esim);
        access.ask(exchange, RedteagoQuery.esim(esim));
    }

    public EsimStatus status(Exchange exchange) throws UnusableAnswer {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        String esim = exchange.getProperty(ESIM, String.class);
        for (JsonNode each : question.obj("RedteaGO's eSIM", answer).path("esimList")) {
            if (each.path("esimTranNo").asText().equals(esim)) {
                return RedteagoLife.of(each);
            }
        }
        throw new UnusableAnswer("RedteaGO shows no eSIM of that number");
    }

    private static String esim(Exchange exchange) {
        return exchange.getMessage().getBody(EsimReference.class).supplierEsimId();
    }

    /** The body of {@code /esim/cancel}. */
    record Cancel(String esimTranNo) {}
}
