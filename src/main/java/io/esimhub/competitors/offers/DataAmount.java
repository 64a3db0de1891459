package io.esimhub.competitors.offers;

/** @param mb megabytes, 1000 a gigabyte; null: unlimited */
public record DataAmount(Long mb) {

    static final DataAmount UNLIMITED = new DataAmount(null);
}
