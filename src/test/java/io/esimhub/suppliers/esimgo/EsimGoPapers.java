package io.esimhub.suppliers.esimgo;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** eSIM Go's answers with made-up identities. */
final class EsimGoPapers {

    static final String REFERENCE = "0b7f3a52-4c1e-4a52-9f57-1d2c3b4a5968";

    private EsimGoPapers() {}

    /** As POST /orders and GET /orders/{reference} show it. */
    static String order(int quantity, int esims) {
        return order("createdDate", REFERENCE, "esim_1GB_7D_GB_V2", quantity, esims(esims));
    }

    static String order(String dateField, String reference, String item, int quantity, String esims) {
        return """
                {"order":[{"type":"bundle","item":"%s","quantity":%d,"subTotal":3.6,"pricePerUnit":1.8,
                "AllowReassign":false%s}],"total":3.6,"currency":"USD","status":"completed",
                "statusMessage":"Order completed","orderReference":"%s","%s":"2026-11-20T10:30:45.123456789Z",
                "assigned":true}"""
                .formatted(item, quantity, esims, reference, dateField);
    }

    static String esims(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(EsimGoPapers::esim)
                .collect(Collectors.joining(",", ",\"esims\":[", "]"));
    }

    static String esim(int n) {
        return "{\"iccid\":\"894450000000000%04d\",\"matchingId\":\"MADE-UP-%04d\",\"smdpAddress\":\"http://smdp.example.com\"}"
                .formatted(n, n);
    }
}
