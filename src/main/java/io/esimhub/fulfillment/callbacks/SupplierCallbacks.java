package io.esimhub.fulfillment.callbacks;

import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.operations.web.Problem;
import io.esimhub.suppliers.CallbackReader;
import io.esimhub.suppliers.CallbackReading;
import io.esimhub.suppliers.SupplierCallback;
import io.esimhub.suppliers.SuppliersProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The steps at the door: whose callback it is, whether it is believed, and into the inbox with what concerns us. */
@Component("supplierCallbacks")
class SupplierCallbacks {

    static final String QUEUE = "supplier-callbacks";
    private static final String CHANNEL = "supplier";
    private static final int LONGEST = 200;

    private final Map<String, CallbackReader> readers;
    private final SuppliersProperties suppliers;
    private final HintLookup lookup;
    private final Inbox inbox;
    private final MeterRegistry meters;

    SupplierCallbacks(
            ObjectProvider<CallbackReader> readers,
            SuppliersProperties suppliers,
            HintLookup lookup,
            Inbox inbox,
            MeterRegistry meters) {
        this.readers = readers.stream().collect(Collectors.toMap(CallbackReader::code, Function.identity()));
        this.suppliers = suppliers;
        this.lookup = lookup;
        this.inbox = inbox;
        this.meters = meters;
    }

    /**
     * Takes the headers that the supplier's reader names and the raw body along, and drops all else.
     *
     * @throws Problem 404 if no such supplier calls back here
     */
    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        String supplier = message.getHeader("supplier", String.class);
        CallbackReader reader = reader(supplier);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : reader.headers()) {
            Optional.ofNullable(message.getHeader(name, String.class)).ifPresent(value -> headers.put(name, value));
        }
        byte[] body = message.getBody(byte[].class);
        exchange.setProperty("supplier", reader.code());
        exchange.setProperty("method", message.getHeader(Exchange.HTTP_METHOD, String.class));
        message.removeHeaders("*");
        message.setBody(new SupplierCallback(headers, body == null ? new byte[0] : body));
    }

    /** @throws Problem 401 if it is not proven to be the supplier's, 400 if it cannot be read; nothing is written */
    public void accept(SupplierCallback callback, String supplier) {
        CallbackReading reading = reader(supplier).read(callback);
        if (reading instanceof CallbackReading.Forged) {
            count(supplier, "forged");
            throw Problem.unauthorized(
                    "bad-signature",
                    "The callback is not proven to be the supplier's. Sign the raw bytes of its body.");
        }
        if (reading instanceof CallbackReading.Believed believed) {
            count(supplier, keep(callback, supplier, believed));
            return;
        }
        count(supplier, "unreadable");
        throw Problem.badRequest("not-json", "The body is not JSON, or is nested too deep.");
    }

    private String keep(SupplierCallback callback, String supplier, CallbackReading.Believed believed) {
        KnownHints known = lookup.find(supplier, believed.hints());
        if (known.isEmpty()) {
            return "of-no-use";
        }
        InboxEvent event = new InboxEvent(
                CHANNEL, supplier, name(believed.topic()), name(believed.id()), known.kept(), fingerprint(callback));
        return inbox.accept(event, QUEUE, known).isPresent() ? "kept" : "repeated";
    }

    /** Not the body itself: some suppliers call back with the activation codes in it, and nothing of it is needed later. */
    private static byte[] fingerprint(SupplierCallback callback) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(callback.body());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private CallbackReader reader(String supplier) {
        return Optional.ofNullable(supplier)
                .map(readers::get)
                .filter(reader -> suppliers.suppliers().containsKey(reader.code())
                        && suppliers.of(reader.code()).enabled())
                .orElseThrow(() -> Problem.notFound(
                        "no-such-supplier",
                        "No supplier that calls back is known under this name. Check the address, or hub.suppliers."));
    }

    /** The vendor's words, of a length that an index takes; the body's hash tells apart what that makes alike. */
    private static String name(String words) {
        String printable = words.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST);
    }

    private void count(String supplier, String result) {
        meters.counter("hub.supplier.callbacks", "supplier", supplier, "result", result)
                .increment();
    }
}
