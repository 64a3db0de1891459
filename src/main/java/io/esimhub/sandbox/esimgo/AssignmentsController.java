package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.ledger.Ledger;
import io.esimhub.sandbox.ledger.Purchase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a phone needs, by order: CSV unless JSON is asked for; in JSON one eSIM comes bare, several as an array. */
@RestController
class AssignmentsController {

    private static final String HEADER = "\"ICCID\",\"Matching ID\",\"RSP URL\",\"Bundle\",\"Reference\"\n";

    private final Ledger ledger;
    private final EsimGoCopy copy;
    private final SandboxJson json;
    private final String smdpAddress;

    AssignmentsController(Ledger ledger, EsimGoCopy copy, SandboxJson json, SandboxProperties settings) {
        this.ledger = ledger;
        this.copy = copy;
        this.json = json;
        this.smdpAddress = settings.esimGo().smdpAddress();
    }

    @GetMapping(EsimGoCopy.BASE + "/esims/assignments")
    ResponseEntity<byte[]> assignments(
            @RequestParam(defaultValue = "") List<String> reference,
            @RequestHeader(value = "Accept", defaultValue = "text/csv") String accept) {
        List<Purchase> purchases = reference.stream()
                .map(one -> ledger.withReference(EsimGoCopy.CODE, one))
                .flatMap(Optional::stream)
                .toList();
        if (purchases.isEmpty() || purchases.size() < reference.size()) {
            return copy.message(400, "No order found with this reference").entity();
        }
        return (accept.contains("application/json") ? json(purchases) : csv(purchases)).entity();
    }

    private Answer json(List<Purchase> purchases) {
        List<Details> details = purchases.stream().flatMap(this::details).toList();
        return Answer.json(200, json.write(details.size() == 1 ? details.get(0) : details));
    }

    private Answer csv(List<Purchase> purchases) {
        String rows = purchases.stream().flatMap(this::rows).collect(Collectors.joining());
        return Answer.text(200, "text/csv", HEADER + rows);
    }

    private Stream<Details> details(Purchase purchase) {
        return purchase.esims().stream()
                .map(esim -> new Details(
                        esim.iccid(), esim.matchingId(), smdpAddress, "Released", "0000", "00000000", null));
    }

    private Stream<String> rows(Purchase purchase) {
        return purchase.esims().stream().map(esim -> Stream.of(
                        esim.iccid(), esim.matchingId(), smdpAddress, purchase.bundle(), purchase.reference())
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n")));
    }

    record Details(
            String iccid,
            String matchingId,
            String smdpAddress,
            String profileStatus,
            String pin,
            String puk,
            String firstInstalledDateTime) {}
}
