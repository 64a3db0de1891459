package io.esimhub.chatbot.knowledge.vectors;

import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** What becomes of a question's vector. */
@Component("questionVector")
class QuestionVector {

    private final EndpointTrouble trouble;

    QuestionVector(EndpointTrouble trouble) {
        this.trouble = trouble;
    }

    public String take(Vectors vectors) {
        return vectors.vectors().get(0);
    }

    /** The endpoint failed, or has failed so often that it is left alone for a while: the search goes on by words. */
    public void none(Exchange exchange) {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (why != null) {
            trouble.questionWithoutVector(why);
        }
        exchange.getMessage().setBody(null);
    }
}
