package io.esimhub.sandbox.faults;

import io.esimhub.sandbox.Answer;

/** What the faults have to know of a supplier: where it lives, and how it words what every web server may say. */
public interface SupplierCopy {

    /** As in rules, prices and the ledger. */
    String code();

    /** Start of its paths, without a slash at the end. */
    String base();

    /** The path as requests are counted: numbers of orders and the like replaced by a name. */
    default String operation(String path) {
        return path;
    }

    /**
     * @param status 401, 429, 500 or 503
     * @param path after the base
     */
    Answer error(int status, String method, String path);
}
