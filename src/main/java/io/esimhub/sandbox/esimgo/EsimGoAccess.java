package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.SandboxProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets in who has a key in {@code X-API-Key}. */
@Component
class EsimGoAccess implements HandlerInterceptor, WebMvcConfigurer {

    private final EsimGoCopy copy;
    private final List<String> keys;

    EsimGoAccess(EsimGoCopy copy, SandboxProperties settings) {
        this.copy = copy;
        this.keys = settings.esimGo().apiKeys();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(EsimGoCopy.BASE + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (keys.contains(String.valueOf(request.getHeader("X-API-Key")))) {
            return true;
        }
        String path = request.getRequestURI().substring(EsimGoCopy.BASE.length());
        copy.error(401, request.getMethod(), path).writeTo(response);
        return false;
    }
}
