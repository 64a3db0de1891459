package io.esimhub.chatbot.knowledge.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void afterARefusedBatchItsPassagesAreAskedForOneByOneAndThenInBatchesAgain() {
        Pace pace = Pace.USUAL.afterRefusal(3);
        assertThat(pace.passages(32)).isOne();

        pace = pace.afterSuccess().afterRefusal(1);
        assertThat(pace.passages(32)).isOne();
        assertThat(pace.afterSuccess()).isEqualTo(Pace.USUAL);
        assertThat(Pace.USUAL.passages(32)).isEqualTo(32);
    }

    @Test
    void soManyTextsInARowAreNotRefusedForWhatTheyAre() {
        Pace pace = Pace.USUAL.afterRefusal(32);
        for (int text = 0; text < 3; text++) {
            pace = pace.afterRefusal(1);
            assertThat(pace.believable()).isTrue();
        }
        assertThat(pace.afterRefusal(1).believable()).isFalse();
        assertThat(pace.afterSuccess().afterRefusal(1).believable()).isTrue();
    }

    @Test
    void anItemRemembersIt() {
        Pace pace = new Pace(31, 2);
        assertThat(Pace.of(pace.payload())).isEqualTo(pace);
    }
}
