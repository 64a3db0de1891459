package io.esimhub.suppliers;

import java.io.IOException;

/** A supplier's answer went over the size limit; it was not read to its end. */
class AnswerTooLong extends IOException {

    AnswerTooLong(int maxBytes) {
        super("the answer is longer than " + maxBytes + " bytes");
    }
}
