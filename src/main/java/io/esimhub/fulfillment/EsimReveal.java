package io.esimhub.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.model.ActivationCode;
import io.esimhub.model.SimSecrets;
import io.esimhub.operations.secrets.SecretUnreadable;
import io.esimhub.operations.secrets.SecretVault;
import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code POST /api/v1/ops/esims/{id}/reveal}: shows an eSIM's secrets to an operator. Whoever scans the code first owns the eSIM, so
 * who looked, when and why is committed before the answer leaves.
 */
@Component("esimReveal")
class EsimReveal {

    private static final int MAX_REASON = 200;

    private static final String ESIM =
            """
            select e.id, e.kind, e.iccid, e.code_cipher, e.code_key, e.secrets_cipher, e.secrets_key, r.owner_kind, r.owner_order
            from fulfillment.esims e
            join fulfillment.units u on u.id = e.unit_id
            join fulfillment.requests r on r.id = u.request_id
            where e.id = ?""";

    private static final String VIEW =
            "insert into operations.secret_views (esim_id, operator, reason, at) values (?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final SecretVault vault;
    private final Timeline timeline;
    private final JsonBody json;
    private final TransactionTemplate transactions;
    private final Clock clock;

    EsimReveal(
            JdbcTemplate jdbc,
            SecretVault vault,
            Timeline timeline,
            JsonBody json,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.timeline = timeline;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param id as it came in the path
     * @param body {@code {"reason": "…"}}
     * @throws Problem 404 no such eSIM, 422 no reason, 409 its secrets cannot be read; in each case nothing is shown
     */
    public RevealedEsim reveal(String id, byte[] body, String operator) {
        String reason = reason(body);
        long esim = Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(EsimReveal::noSuchEsim);
        return transactions.execute(status -> {
            Found found =
                    jdbc.query(ESIM, this::read, esim).stream().findFirst().orElseThrow(EsimReveal::noSuchEsim);
            jdbc.update(VIEW, esim, operator, reason, Timestamp.from(clock.instant()));
            timeline.write(
                    found.order().ownerKind(),
                    found.order().orderId(),
                    new TimelineEntry("activation code viewed", operator, Map.of("esim", esim, "reason", reason)));
            return found.secrets();
        });
    }

    private Found read(ResultSet row, int number) throws SQLException {
        try {
            Optional<ActivationCode> code = open(row, "code").map(ActivationCode::parse);
            SimSecrets secrets = open(row, "secrets").map(SimSecrets::parse).orElseGet(SimSecrets::none);
            return new Found(
                    new OrderRef(row.getString("owner_kind"), row.getLong("owner_order")),
                    RevealedEsim.of(row.getLong("id"), row.getString("kind"), row.getString("iccid"), code, secrets));
        } catch (SecretUnreadable unreadable) {
            throw Problem.conflict(
                    "secret-unreadable",
                    "The eSIM's secrets do not open with the keys of the settings. See the cases of kind secrets.");
        }
    }

    private Optional<String> open(ResultSet row, String what) throws SQLException {
        byte[] cipher = row.getBytes(what + "_cipher");
        return cipher == null ? Optional.empty() : Optional.of(vault.open(cipher, row.getString(what + "_key")));
    }

    private String reason(byte[] body) {
        JsonNode tree = json.read(body, "The body is not JSON. Send {\"reason\": \"…\"}.");
        JsonNode reason = tree.path("reason");
        String text = reason.isTextual() ? reason.textValue().strip() : "";
        if (text.isEmpty() || text.length() > MAX_REASON || text.indexOf('\0') >= 0) {
            throw Problem.unprocessable(
                    "reason-needed",
                    "Nothing was shown: whoever looks at an activation code says why.",
                    List.of(new FieldError(
                            "reason",
                            "is no text of 1 to " + MAX_REASON + " characters",
                            "say why you need the code")));
        }
        return text;
    }

    private static Problem noSuchEsim() {
        return Problem.notFound("no-such-esim", "There is no such eSIM. An order's units carry the ids of theirs.");
    }

    private record Found(OrderRef order, RevealedEsim secrets) {}
}
