package io.esimhub.suppliers;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every request at the moment it arrives, whether or not it is ever answered. */
public final class Arrivals implements StubRequestFilterV2 {

    private final List<LoggedRequest> requests = new CopyOnWriteArrayList<>();

    public List<LoggedRequest> requests() {
        return requests;
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        requests.add(LoggedRequest.createFrom(request));
        return RequestFilterAction.continueWith(request);
    }

    @Override
    public String getName() {
        return "arrivals";
    }
}
