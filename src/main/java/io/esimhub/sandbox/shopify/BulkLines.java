package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.SandboxJson;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of a bulk operation as a file: an object a line, and each object of a connection a line of its own. */
final class BulkLines {

    private final List<Map<String, Object>> lines = new ArrayList<>();
    private final boolean grouped;
    private int roots;

    private record Found(Map<String, Object> node, String parentId) {}

    /**
     * @param grouped children follow their parent; otherwise they come somewhere after it, here after everything of its level, so
     *     that nobody relies on more
     */
    BulkLines(Map<String, Object> data, boolean grouped) {
        this.grouped = grouped;
        List<Found> top = new ArrayList<>();
        strip(data, null, top);
        this.roots = top.size();
        add(top);
    }

    int objects() {
        return lines.size();
    }

    int roots() {
        return roots;
    }

    byte[] written(SandboxJson json) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (Map<String, Object> line : lines) {
            file.writeBytes(json.write(line));
            file.write('\n');
        }
        return file.toByteArray();
    }

    private void add(List<Found> level) {
        List<Found> next = new ArrayList<>();
        for (Found found : level) {
            List<Found> children = new ArrayList<>();
            Map<String, Object> line = strip(found.node(), (String) found.node().get("id"), children);
            if (found.parentId() != null) {
                line.put("__parentId", found.parentId());
            }
            lines.add(line);
            if (grouped) {
                add(children);
            } else {
                next.addAll(children);
            }
        }
        if (!next.isEmpty()) {
            add(next);
        }
    }

    /** @return the object without its connections, whose objects are added to {@code children} */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> strip(Map<String, Object> object, String id, List<Found> children) {
        Map<String, Object> rest = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (!(value instanceof Map)) {
                rest.put(name, value);
                return;
            }
            Map<String, Object> inner = (Map<String, Object>) value;
            if (inner.get("edges") instanceof List<?> edges) {
                edges.forEach(
                        edge -> children.add(new Found((Map<String, Object>) ((Map<?, ?>) edge).get("node"), id)));
            } else {
                rest.put(name, strip(inner, id, children));
            }
        });
        return rest;
    }
}
