package io.esimhub.sandbox.airalo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets in who has a token. */
@Component("sandboxAiraloAccess")
class AiraloAccess implements HandlerInterceptor, WebMvcConfigurer {

    private final AiraloCopy copy;
    private final ObjectProvider<Tokens> tokens;

    AiraloAccess(AiraloCopy copy, ObjectProvider<Tokens> tokens) {
        this.copy = copy;
        this.tokens = tokens;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(AiraloCopy.BASE + "/**")
                .excludePathPatterns(AiraloCopy.BASE + "/token");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (tokens.getObject().letsIn(request.getHeader("Authorization"))) {
            return true;
        }
        copy.nothing(401, "This action is unauthorized.").writeTo(response);
        return false;
    }
}
