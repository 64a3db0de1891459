package io.esimhub.operations.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * {@code /api/docs}: Swagger UI from its jar, with a page of our own around it. Of the jar only what the page needs is served; a
 * browser keeps it, and asks each time whether it is still the same.
 */
@Configuration(proxyBeanMethods = false)
class DocsPage implements WebMvcConfigurer {

    private static final String PAGE = "/api/docs";
    private static final String BELOW = PAGE + "/*";
    private static final Set<String> FILES =
            Set.of("index.html", "page.css", "page.js", "swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png");

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController(PAGE).setViewName("forward:" + PAGE + "/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(BELOW)
                .addResourceLocations("classpath:/openapi-page/", swaggerUi())
                .setUseLastModified(false)
                .setEtagGenerator(DocsPage::hash)
                .setCacheControl(CacheControl.noCache().cachePrivate())
                .resourceChain(true)
                .addResolver(new OnlyFiles());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StrictPage()).addPathPatterns(PAGE, BELOW);
    }

    /** The jar has one folder, which its version names. */
    private static String swaggerUi() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/swagger-ui/*/swagger-ui-bundle.js");
            if (found.length != 1) {
                throw new IllegalStateException("Swagger UI is " + found.length + " times on the class path");
            }
            return found[0].createRelative("./").getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Resource file) {
        try {
            return '"' + DigestUtils.md5DigestAsHex(file.getContentAsByteArray()) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OnlyFiles extends PathResourceResolver {

        @Override
        protected Resource getResource(String path, Resource location) throws IOException {
            return FILES.contains(path) ? super.getResource(path, location) : null;
        }
    }
}
