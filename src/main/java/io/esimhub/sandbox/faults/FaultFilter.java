package io.esimhub.sandbox.faults;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Every request to a supplier comes through here. */
@Component
class FaultFilter implements Filter {

    private final List<SupplierCopy> suppliers;
    private final FaultList faults;
    private final RequestCounts counts;
    private final SandboxClock clock;
    private final long latencyMillis;

    FaultFilter(
            List<SupplierCopy> suppliers,
            FaultList faults,
            RequestCounts counts,
            SandboxClock clock,
            SandboxProperties settings) {
        this.suppliers = suppliers;
        this.faults = faults;
        this.counts = counts;
        this.clock = clock;
        this.latencyMillis = settings.latency().toMillis();
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        Optional<SupplierCopy> supplier = supplierOf(request.getRequestURI());
        if (supplier.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        serve(supplier.get(), request, response, chain);
    }

    private void serve(
            SupplierCopy supplier, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String method = request.getMethod();
        String path = request.getRequestURI().substring(supplier.base().length());
        counts.count(supplier, method, path);
        Pause.of(latencyMillis);
        if (clock.isSkewed()) {
            response.setDateHeader("Date", clock.instant().toEpochMilli());
        }
        Optional<FaultRule> rule = faults.strike(supplier.code(), method, path);
        Circumstances circumstances = Circumstances.with(rule.map(FaultRule::fault));
        circumstances.attachTo(request);
        FilterChain shop =
                (itsRequest, itsResponse) -> answer(circumstances, chain, request, (HttpServletResponse) itsResponse);
        if (rule.isPresent()) {
            new Harm(supplier, rule.get(), request, response, shop).inflict();
        } else {
            shop.doFilter(request, response);
        }
    }

    /** Holds the answer back until it is known that it may leave. */
    private static void answer(
            Circumstances circumstances, FilterChain chain, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        if (circumstances.abandoned().get()) {
            ConnectionValve.of(request).cut();
        } else {
            kept.copyBodyToResponse();
        }
    }

    private Optional<SupplierCopy> supplierOf(String uri) {
        return suppliers.stream()
                .filter(supplier -> uri.startsWith(supplier.base() + "/"))
                .findFirst();
    }
}
