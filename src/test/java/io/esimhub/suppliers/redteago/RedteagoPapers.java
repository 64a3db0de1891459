package io.esimhub.suppliers.redteago;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** RedteaGO's answers with made-up identities. */
final class RedteagoPapers {

    static final String ORDER_NO = "B26112000000001";

    private RedteagoPapers() {}

    static String ok(String obj) {
        return "{\"success\":true,\"errorCode\":\"0\",\"errorMsg\":null,\"obj\":" + obj + "}";
    }

    static String refused(String code, String text) {
        return "{\"success\":false,\"errorCode\":\"" + code + "\",\"errorMsg\":\"" + text + "\",\"obj\":null}";
    }

    static String accepted(String transactionId) {
        return ok("{\"orderNo\":\"" + ORDER_NO + "\",\"transactionId\":\"" + transactionId + "\"}");
    }

    static String page(int total, String... esims) {
        return ok("{\"esimList\":[" + String.join(",", esims) + "],\"pager\":{\"pageSize\":500,\"pageNum\":1,\"total\":"
                + total + "}}");
    }

    static String[] esims(int from, int to, String orderNo) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> esim(n, orderNo, "GOT_RESOURCE", "LPA:1$rsp.example.com$MADEUP" + n))
                .toArray(String[]::new);
    }

    static String esim(int n, String orderNo, String status, String activationCode) {
        return """
                {"esimTranNo":"%d","orderNo":"%s","transactionId":"key-of-%s","iccid":"8900000000000%06d","ac":"%s",
                "smdpStatus":"RELEASED","esimStatus":"%s","apn":"internet","pin":"0000","totalVolume":1073741824,
                "packageList":[{"packageName":"made up","packageCode":"CKH000","slug":"GB_1_7",
                "createTime":"2026-11-20T10:30:%02d+0000"}]}"""
                .formatted(26112000000000L + n, orderNo, orderNo, n, activationCode, status, n % 60)
                .lines()
                .collect(Collectors.joining());
    }
}
