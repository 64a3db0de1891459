package io.esimhub.sandbox.faults;

import io.esimhub.sandbox.SandboxProperties;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.stereotype.Component;

/** The rules that are in force. The first that strikes decides; a new list throws the same dice from the start. */
@Component
class FaultList {

    private final long seed;
    private volatile List<ArmedRule> rules = List.of();
    private Random dice;

    FaultList(SandboxProperties settings) {
        seed = settings.seed();
        dice = new Random(seed);
    }

    synchronized void replace(List<FaultRule> next) {
        dice = new Random(seed);
        rules = next.stream().map(ArmedRule::new).toList();
    }

    List<FaultRule> rules() {
        return rules.stream().map(ArmedRule::rule).toList();
    }

    Optional<FaultRule> strike(String supplier, String method, String path) {
        return rules.isEmpty() ? Optional.empty() : throwDice(supplier, method, path);
    }

    private synchronized Optional<FaultRule> throwDice(String supplier, String method, String path) {
        return rules.stream()
                .filter(armed -> armed.rule().concerns(supplier, method, path))
                .filter(armed -> armed.strikes(dice))
                .map(ArmedRule::rule)
                .findFirst();
    }
}
