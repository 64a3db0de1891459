package io.esimhub.competitors.extract;

import java.util.List;

/**
 * One plan as the page has it. A value that the page does not have, or that the settings name no place for, is null.
 *
 * @param countries every match
 */
public record RawItem(
        String id,
        String title,
        String url,
        List<String> countries,
        String data,
        String validity,
        String price,
        String currency) {}
