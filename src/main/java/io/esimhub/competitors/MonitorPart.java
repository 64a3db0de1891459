package io.esimhub.competitors;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** A bean of the monitor: it exists in profile {@code competitors} only. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@Profile("competitors")
public @interface MonitorPart {

    /** The bean's name, for routes. */
    @AliasFor(annotation = Component.class)
    String value() default "";
}
