package io.esimhub.sandbox.shop;

import java.util.List;

/** Which countries a bundle's place stands for. */
public final class Regions {

    private static final List<String> EUROPE = List.of(
            "AT,BE,BG,CH,CY,CZ,DE,DK,EE,ES,FI,FR,GB,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,NO,PL,PT,RO,SE,SI,SK".split(","));

    private Regions() {}

    /** ISO codes, sorted; a place that is a country stands for itself. */
    public static List<String> of(String place) {
        return place.equals("EU") ? EUROPE : List.of(place);
    }
}
