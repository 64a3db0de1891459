package io.esimhub.sandbox.faults;

import io.esimhub.sandbox.Answer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** One fault, done to one request. */
record Harm(
        SupplierCopy supplier,
        FaultRule rule,
        HttpServletRequest request,
        HttpServletResponse response,
        FilterChain chain) {

    private static final String PAGE = "<!DOCTYPE html>\n<html><head><title>One moment, please</title></head>"
            + "<body><h1>We are checking your browser</h1></body></html>\n";
    private static final long A_MINUTE = 60_000;
    private static final long BETWEEN_BYTES = 100;
    private static final long HUNDRED_MB = 100L << 20;
    private static final int BLOCK = 1 << 16;

    void inflict() throws IOException, ServletException {
        switch (rule.fault()) {
            case LATENCY -> {
                Pause.of(rule.millisOr(0));
                chain.doFilter(request, response);
            }
            case SERVER_ERROR -> refuse(500);
            case UNAVAILABLE -> refuse(503);
            case TOO_MANY_REQUESTS -> refuse(429);
            case UNAUTHORIZED -> refuse(401);
            case HTML -> page(200);
            case HTML_FORBIDDEN -> page(403);
            case HANG -> {
                Pause.of(rule.millisOr(A_MINUTE));
                cut();
            }
            case RESET -> cut();
            case LOST_ANSWER -> {
                answered();
                cut();
            }
            case TRUNCATED -> truncate(answered());
            case DRIP -> drip(answered());
            case ENDLESS -> pour(Long.MAX_VALUE);
            case HUGE -> {
                response.setContentLengthLong(HUNDRED_MB);
                pour(HUNDRED_MB);
            }
            case LAYOUT, SLOW_ALLOCATION, OUT_OF_STOCK, NO_FUNDS, FOREIGN_ORDER -> chain.doFilter(request, response);
        }
    }

    private void refuse(int status) throws IOException {
        rule.retryAfter().ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
        supplier.error(status, request.getMethod(), path()).writeTo(response);
    }

    private void page(int status) throws IOException {
        Answer.text(status, "text/html;charset=UTF-8", PAGE).writeTo(response);
    }

    /** Lets the supplier do its work, and keeps the answer here. */
    private byte[] answered() throws IOException, ServletException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        return kept.getContentAsByteArray();
    }

    private void truncate(byte[] answer) throws IOException {
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer, 0, answer.length / 2);
        response.flushBuffer();
        cut();
    }

    private void drip(byte[] answer) throws IOException {
        response.setContentLength(answer.length);
        ServletOutputStream out = response.getOutputStream();
        for (byte one : answer) {
            out.write(one);
            out.flush();
            Pause.of(rule.millisOr(BETWEEN_BYTES));
        }
    }

    /** Ends when the visitor hangs up at the latest. */
    private void pour(long bytes) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        ServletOutputStream out = response.getOutputStream();
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) ' ');
        for (long left = bytes; left > 0; left -= block.length) {
            out.write(block);
        }
    }

    private void cut() {
        ConnectionValve.of(request).cut();
    }

    private String path() {
        return request.getRequestURI().substring(supplier.base().length());
    }
}
