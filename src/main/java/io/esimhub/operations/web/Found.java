package io.esimhub.operations.web;

import org.springframework.stereotype.Component;

/** A step after a look-up of one thing: nothing there is a 404. */
@Component("found")
class Found {

    /** @param what e.g. "order" */
    public Object orProblem(Object body, String what) {
        if (body == null || "".equals(body)) {
            throw Problem.notFound("no-such-" + what, "There is no such " + what + ".");
        }
        return body;
    }
}
