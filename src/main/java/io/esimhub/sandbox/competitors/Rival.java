package io.esimhub.sandbox.competitors;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.faults.SupplierCopy;

/** A competitor's web site, as the faults see it. */
record Rival(String code) implements SupplierCopy {

    static final String BARGAIN = "bargain";
    static final String NOMAD = "nomad";

    @Override
    public String base() {
        return "/sandbox/competitors/" + code + "/web";
    }

    @Override
    public Answer error(int status, String method, String path) {
        return Answer.text(status, "text/html;charset=UTF-8", "<!DOCTYPE html><title>" + status + "</title>");
    }
}
