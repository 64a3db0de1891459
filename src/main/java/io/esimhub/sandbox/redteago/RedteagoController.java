package io.esimhub.sandbox.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.faults.Circumstances;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints, all of one shape. */
@RestController
@RequestMapping(RedteagoCopy.BASE + "/api/v1/open")
class RedteagoController {

    private final Gate gate;
    private final RedteagoCopy copy;
    private final RedteagoSales sales;
    private final EsimDesk esims;
    private final PackageDesk packages;
    private final RedteagoNotices notices;

    RedteagoController(
            Gate gate,
            RedteagoCopy copy,
            RedteagoSales sales,
            EsimDesk esims,
            PackageDesk packages,
            RedteagoNotices notices) {
        this.gate = gate;
        this.copy = copy;
        this.sales = sales;
        this.esims = esims;
        this.packages = packages;
        this.notices = notices;
    }

    @PostMapping("/esim/order")
    ResponseEntity<byte[]> order(
            @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        return answer(headers, body, wish -> sales.take(wish, Circumstances.of(request)));
    }

    @PostMapping("/esim/query")
    ResponseEntity<byte[]> query(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
        return answer(headers, body, esims::query);
    }

    @PostMapping("/esim/cancel")
    ResponseEntity<byte[]> cancel(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
        return answer(headers, body, esims::cancel);
    }

    @PostMapping("/package/list")
    ResponseEntity<byte[]> packages(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
        return answer(headers, body, packages::list);
    }

    @PostMapping("/balance/query")
    ResponseEntity<byte[]> balance(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
        return answer(headers, body, anything -> packages.balance());
    }

    @PostMapping("/webhook/save")
    ResponseEntity<byte[]> save(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
        return answer(
                headers,
                body,
                wish -> notices.save(wish.path("webhook").asText(""))
                        ? Envelope.of(Map.of())
                        : Envelope.refused("000105", "the webhook does not answer"));
    }

    @PostMapping("/webhook/query")
    ResponseEntity<byte[]> saved(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
        return answer(headers, body, anything -> Envelope.of(Map.of("webhook", notices.address())));
    }

    private ResponseEntity<byte[]> answer(HttpHeaders headers, byte[] body, Function<JsonNode, Envelope> service) {
        return copy.say(200, gate.enter(headers, body, service)).entity();
    }
}
