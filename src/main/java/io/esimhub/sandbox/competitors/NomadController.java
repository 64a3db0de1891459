package io.esimhub.sandbox.competitors;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.faults.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A page for each country, and a sitemap of them. */
@RestController
@RequestMapping("/sandbox/competitors/nomad/web")
class NomadController {

    private static final String HTML = "text/html;charset=UTF-8";

    private final Shelves shelves;

    NomadController(Shelves shelves) {
        this.shelves = shelves;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap(HttpServletRequest request) {
        String home = request.getRequestURL().toString().replace("sitemap.xml", "");
        String pages = shelves.of(Rival.NOMAD).stream()
                .map(plan -> home + "esim/" + plan.country().toLowerCase(Locale.ROOT))
                .distinct()
                .map(page -> "<url><loc>" + page + "</loc></url>")
                .collect(Collectors.joining());
        return Answer.text(
                        200,
                        "application/xml",
                        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" + home
                                + "about</loc></url>" + pages + "</urlset>")
                .entity();
    }

    @GetMapping("/esim/{country}")
    ResponseEntity<byte[]> page(@PathVariable String country, HttpServletRequest request) {
        String item = Circumstances.of(request).has(Fault.LAYOUT) ? "article" : "li";
        String plans = shelves.of(Rival.NOMAD).stream()
                .filter(plan -> plan.country().equalsIgnoreCase(country))
                .map(plan -> paper(plan, item))
                .collect(Collectors.joining());
        return plans.isEmpty()
                ? Answer.text(404, HTML, "<!DOCTYPE html><title>Not found</title>")
                        .entity()
                : Answer.text(200, HTML, "<!DOCTYPE html><title>Travel eSIMs</title><ul>" + plans + "</ul>")
                        .entity();
    }

    private static String paper(Plan plan, String item) {
        return "<%s class=\"plan\" data-id=\"%s\"><h2>%s</h2><p>%d GB for %d days</p><a href=\"#%s\">Buy</a><b>$%s</b></%s>"
                .formatted(item, plan.id(), plan.place(), plan.gb(), plan.days(), plan.id(), plan.price(), item);
    }
}
