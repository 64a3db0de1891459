package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {

    @Test
    void theEndOfAMailDoesNotWaitForAnAcknowledgement() throws Exception {
        try (Socket socket = new PromptSockets().createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void noConnectionIsMadeWithoutTheMailLibrarysTimeOuts() {
        assertThatThrownBy(() -> new PromptSockets().createSocket("localhost", 25))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
