package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.EsimStatus.Stage;
import io.esimhub.suppliers.UnusableAnswer;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of eSIM Go's routes about one eSIM, which its ICCID names. */
@Component("esimGoEsims")
class EsimGoEsims {

    private static final String REFERENCE = "esimGoEsim";
    private static final String PROFILE = "esimGoProfile";

    private final EsimGoRequests requests;
    private final EsimGoCancels cancels;
    private final EsimGoSentence sentences;
    private final ObjectMapper json;
    private final Clock clock;

    EsimGoEsims(EsimGoRequests requests, ObjectMapper json, Clock clock) {
        this.requests = requests;
        this.cancels = new EsimGoCancels(json, requests.words());
        this.sentences = new EsimGoSentence(json, requests.words());
        this.json = json;
        this.clock = clock;
    }

    /** DELETE /esims/{iccid}/bundles/{name}. */
    public void cancel(Exchange exchange) {
        EsimReference esim = exchange.getMessage().getBody(EsimReference.class);
        var message = requests.ask(exchange, "DELETE");
        message.setHeader(Exchange.HTTP_PATH, path(esim) + "/bundles/" + EsimGoRequests.encoded(esim.supplierSku()));
        message.setHeader(Exchange.HTTP_QUERY, "type=transaction&refundToBalance=true");
    }

    public CancelAnswer cancelled(HttpAnswer answer) {
        return cancels.read(answer, clock.instant());
    }

    /** GET /esims/{iccid}. */
    public void profile(Exchange exchange) {
        EsimReference esim = exchange.getMessage().getBody(EsimReference.class);
        exchange.setProperty(REFERENCE, esim);
        requests.ask(exchange, "GET").setHeader(Exchange.HTTP_PATH, path(esim));
    }

    /** The profile is kept for the next question; an eSIM that is ours no more has an {@link EsimStatus} at once. */
    public void profileRead(Exchange exchange) throws UnusableAnswer {
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        if (isGone(answer)) {
            exchange.getMessage().setBody(EsimStatus.of(Stage.CANCELLED));
        } else {
            exchange.setProperty(PROFILE, tree(answer));
        }
    }

    /** GET /esims/{iccid}/bundles, those that are over too. */
    public void bundles(Exchange exchange) {
        var message = requests.ask(exchange, "GET");
        message.setHeader(Exchange.HTTP_PATH, path(reference(exchange)) + "/bundles");
        message.setHeader(Exchange.HTTP_QUERY, "includeUsed=true&limit=200");
    }

    public EsimStatus status(Exchange exchange) throws UnusableAnswer {
        JsonNode bundles = tree(exchange.getMessage().getBody(HttpAnswer.class));
        JsonNode profile = exchange.getProperty(PROFILE, JsonNode.class);
        return EsimGoStatus.of(profile, bundles, reference(exchange).supplierSku());
    }

    /** Whose last bundle was revoked before anybody installed it leaves the account at once (API, "Revoke applied Bundle"). */
    private boolean isGone(HttpAnswer answer) {
        Optional<String> sentence = answer.mayRefuse() ? sentences.of(answer) : Optional.empty();
        return sentence.filter(EsimGoCancels::isAboutTheEsim)
                .filter(text -> text.matches("(?i).*(not found|not assigned|not accessible|no longer|no access).*"))
                .isPresent();
    }

    private JsonNode tree(HttpAnswer answer) throws UnusableAnswer {
        try {
            JsonNode tree = answer.success() && answer.json() ? json.readTree(answer.body()) : json.nullNode();
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException unreadable) {
            // it quotes the matching id
        }
        throw new UnusableAnswer("eSIM Go's eSIM", answer, clock.instant());
    }

    private static EsimReference reference(Exchange exchange) {
        return exchange.getProperty(REFERENCE, EsimReference.class);
    }

    private static String path(EsimReference esim) {
        return "/" + EsimGoRequests.encoded(esim.supplierEsimId());
    }
}
