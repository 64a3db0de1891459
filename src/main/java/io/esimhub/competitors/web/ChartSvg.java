package io.esimhub.competitors.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** A chart of steps, as prices are: no script, no link, every text escaped. A screen reader finds its title and what is on it. */
record ChartSvg(String title, String currency, List<Curve> curves) {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int RIGHT = 560;
    private static final int BOTTOM = 310;
    private static final int LINES = 4;

    /** Ours first and black; the others can be told apart by colour-blind people (Okabe and Ito, 2008). */
    private static final List<String> COLOURS =
            List.of("#000000", "#e69f00", "#0072b2", "#009e73", "#d55e00", "#cc79a7", "#56b4e9");

    /** Width of a price that was seen once: it has to be seen in the picture, too. */
    private static final int SEEN_ONCE = 8;

    String draw() {
        StringBuilder svg = new StringBuilder();
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title what\" viewBox=\"0 0 ")
                .append(WIDTH + " " + HEIGHT)
                .append("\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.append("<title id=\"title\">").append(escaped(title)).append("</title>\n");
        svg.append("<desc id=\"what\">").append(escaped(description())).append("</desc>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        svg.append(text(LEFT, 22, "start", title));
        if (steps().findAny().isEmpty()) {
            return svg.append(text(LEFT, 60, "start", "No price is known yet."))
                    .append("</svg>\n")
                    .toString();
        }
        Scale scale = scale();
        axes(svg, scale);
        for (int i = 0; i < curves.size(); i++) {
            curve(svg, scale, curves.get(i), COLOURS.get(i % COLOURS.size()), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private record Scale(long from, long to, double top) {

        double x(Instant time) {
            return LEFT + (RIGHT - LEFT) * (time.toEpochMilli() - from) / (double) Math.max(1, to - from);
        }

        double y(double price) {
            return BOTTOM - (BOTTOM - TOP) * price / top;
        }
    }

    private Scale scale() {
        long from = steps().mapToLong(step -> step.from().toEpochMilli()).min().orElseThrow();
        long to = steps().mapToLong(step -> step.to().toEpochMilli()).max().orElseThrow();
        double highest = steps().mapToDouble(Curve.Step::price).max().orElseThrow();
        return new Scale(from, to, Math.max(highest * 1.1, 0.01));
    }

    private Stream<Curve.Step> steps() {
        return curves.stream().flatMap(curve -> curve.steps().stream());
    }

    private void axes(StringBuilder svg, Scale scale) {
        for (int i = 0; i <= LINES; i++) {
            double price = scale.top() * i / LINES;
            double y = scale.y(price);
            svg.append(line(LEFT, y, RIGHT, y, i == 0 ? "#000000" : "#dddddd", 1));
            svg.append(text(LEFT - 8, y + 4, "end", String.format(Locale.ROOT, "%.2f", price)));
        }
        svg.append(text(LEFT - 8, TOP - 12, "end", currency));
        svg.append(text(LEFT, BOTTOM + 20, "start", day(scale.from())));
        svg.append(text(RIGHT, BOTTOM + 20, "end", day(scale.to())));
    }

    private static void curve(StringBuilder svg, Scale scale, Curve curve, String colour, int place) {
        double legend = TOP + 20.0 * place;
        svg.append(line(RIGHT + 16, legend, RIGHT + 36, legend, colour, place == 0 ? 3 : 2));
        svg.append(text(RIGHT + 42, legend + 4, "start", curve.name()));
        StringBuilder path = new StringBuilder();
        for (Curve.Step step : curve.steps()) {
            path.append(String.format(
                    Locale.ROOT,
                    "M%.1f %.1fH%.1f",
                    scale.x(step.from()),
                    scale.y(step.price()),
                    Math.max(scale.x(step.to()), scale.x(step.from()) + SEEN_ONCE)));
        }
        if (!path.isEmpty()) {
            svg.append("<path fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + (place == 0 ? 3 : 2)
                            + "\" d=\"")
                    .append(path)
                    .append("\"/>\n");
        }
    }

    private String description() {
        Function<Curve, String> now = curve -> curve.steps().isEmpty()
                ? curve.name() + ": unknown"
                : String.format(
                        Locale.ROOT,
                        "%s: %.2f %s",
                        curve.name(),
                        curve.steps().get(curve.steps().size() - 1).price(),
                        currency);
        return "Prices over time. The newest: "
                + String.join("; ", curves.stream().map(now).toList()) + ".";
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, int width) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                width);
    }

    private static String text(double x, double y, String anchor, String content) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                escaped(content));
    }

    /** Characters that XML cannot hold are left out, so that no competitor's text makes the picture unreadable. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(
                text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]", ""), "UTF-8");
    }

    private static String day(long time) {
        return Instant.ofEpochMilli(time).toString().substring(0, 10);
    }
}
