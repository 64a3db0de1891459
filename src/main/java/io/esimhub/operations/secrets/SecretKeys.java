package io.esimhub.operations.secrets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/ops/secrets}: which keys there are, who needs them, and which may go. Counted anew for every answer. */
@Component("secretKeys")
class SecretKeys {

    private final SecretVault vault;
    private final SealedRows rows;
    private final RotationDirection direction;

    SecretKeys(SecretVault vault, SealedRows rows, RotationDirection direction) {
        this.vault = vault;
        this.rows = rows;
        this.direction = direction;
    }

    /**
     * @param activeKey what this process encrypts new secrets with
     * @param rotatingTo what all processes together rotate to; another key while processes with other settings run
     */
    record Report(String activeKey, String rotatingTo, List<Key> keys) {}

    /**
     * @param removable no row needs it and no process writes rows that would: it can be taken out of the settings
     * @param columns rows by column
     */
    record Key(
            String key, boolean active, boolean inSettings, long rows, boolean removable, Map<String, Long> columns) {}

    public Report report() {
        List<KeyRows> counts = rows.count();
        String to = direction.held().orElse(vault.activeKey());
        TreeSet<String> keys = new TreeSet<>(vault.keys());
        counts.forEach(count -> keys.add(count.key()));
        return new Report(
                vault.activeKey(),
                to,
                keys.stream().map(key -> key(key, counts, to)).toList());
    }

    private Key key(String key, List<KeyRows> counts, String to) {
        Map<String, Long> columns = counts.stream()
                .filter(count -> count.key().equals(key))
                .collect(Collectors.toMap(KeyRows::column, KeyRows::rows, Long::sum, TreeMap::new));
        long needed = columns.values().stream().mapToLong(Long::longValue).sum();
        boolean active = key.equals(vault.activeKey());
        boolean known = vault.keys().contains(key);
        return new Key(
                key, active, known, needed, known && !active && needed == 0 && to.equals(vault.activeKey()), columns);
    }
}
