package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachStepTest {

    private final List<String> taken = new ArrayList<>();

    @Test
    void aStepThatFailsKeepsNoOtherFromBeingTakenAndIsStillHeardOf() {
        assertThatThrownBy(() -> EachStep.of(
                        () -> taken.add("one"), () -> fail("two"), () -> taken.add("three"), () -> fail("four")))
                .hasMessage("two")
                .satisfies(failed -> assertThat(failed.getSuppressed()).hasSize(1));

        assertThat(taken).containsExactly("one", "three");
    }

    private static void fail(String step) {
        throw new IllegalStateException(step);
    }
}
