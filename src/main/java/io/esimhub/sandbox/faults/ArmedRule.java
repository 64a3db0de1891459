package io.esimhub.sandbox.faults;

import java.util.Random;

/** A rule and how often it has met a request. Not for several threads. */
class ArmedRule {

    private final FaultRule rule;
    private int passed;
    private int harmed;

    ArmedRule(FaultRule rule) {
        this.rule = rule;
    }

    FaultRule rule() {
        return rule;
    }

    /** Whether this request, which the rule concerns, is harmed. */
    boolean strikes(Random dice) {
        if (rule.times() != null && harmed >= rule.times()) {
            return false;
        }
        if (rule.skip() != null && passed < rule.skip()) {
            passed++;
            return false;
        }
        if (rule.likelihood() < 1 && dice.nextDouble() >= rule.likelihood()) {
            return false;
        }
        harmed++;
        return true;
    }
}
