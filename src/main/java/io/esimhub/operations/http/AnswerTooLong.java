package io.esimhub.operations.http;

import java.io.IOException;

/** An answer went over the size limit; it was not read to its end. */
class AnswerTooLong extends IOException {

    AnswerTooLong(int maxBytes) {
        super("the answer is longer than " + maxBytes + " bytes");
    }
}
