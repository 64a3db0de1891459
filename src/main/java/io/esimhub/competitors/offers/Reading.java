package io.esimhub.competitors.offers;

import java.util.function.Function;

/** What a text says, or why nothing can be taken from it. */
public sealed interface Reading<T> {

    record Value<T>(T value) implements Reading<T> {}

    /** @param why a sentence's end, such as "names two amounts" */
    record Unreadable<T>(String why) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Reading<T> unreadable(String why) {
        return new Unreadable<>(why);
    }

    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        if (this instanceof Value<T> it) {
            return next.apply(it.value());
        }
        return unreadable(((Unreadable<T>) this).why());
    }
}
