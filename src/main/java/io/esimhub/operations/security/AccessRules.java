package io.esimhub.operations.security;

import io.esimhub.operations.web.ProblemWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/**
 * Two chains. Public paths know no login at all, so a channel may send any {@code Authorization} it likes. Everything else,
 * paths that do not exist too, needs the operators' login, or where a domain says so an API key; of the probes only the bare state is public.
 */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    private static final String OPERATOR = "ROLE_OPS";

    @Bean
    @Order(1)
    SecurityFilterChain publicPaths(HttpSecurity http, Environment environment, ObjectProvider<PublicPaths> declared)
            throws Exception {
        List<String> open = new ArrayList<>(List.of("/webhooks/**", "/e/**"));
        if (environment.acceptsProfiles(OpsLogin.WITHOUT_SECRETS)) {
            open.add("/sandbox/**");
        }
        declared.forEach(paths -> open.addAll(paths.patterns()));
        return bare(http)
                .securityMatcher(open.toArray(String[]::new))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain operatorPaths(
            HttpSecurity http,
            ProblemWriter problems,
            ObjectProvider<ScopedPaths> scopes,
            ObjectProvider<BearerLogin> keys)
            throws Exception {
        var entry = new ProblemEntryPoint(problems);
        List<ScopedPaths> doors = scopes.stream().toList();
        keys.ifAvailable(logins ->
                http.addFilterBefore(new BearerFilter(logins, entry, problems), BasicAuthenticationFilter.class));
        return bare(http)
                .authorizeHttpRequests(paths -> {
                    paths.requestMatchers("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                            .permitAll()
                            .requestMatchers("/actuator/hawtio/proxy/enabled")
                            .hasRole("OPS")
                            .requestMatchers("/actuator/hawtio/proxy/**") // Hawtio would call other hosts from here
                            .denyAll();
                    doors.forEach(door -> paths.requestMatchers(door.patterns().toArray(String[]::new))
                            .hasAnyAuthority(OPERATOR, door.authority()));
                    // who may use a part of the API may read how
                    paths.requestMatchers("/api/openapi.json", "/api/docs", "/api/docs/**")
                            .hasAnyAuthority(withOperator(doors));
                    paths.anyRequest().hasRole("OPS");
                })
                .httpBasic(basic -> basic.authenticationEntryPoint(entry))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(entry)
                        .accessDeniedHandler(new ProblemAccessDeniedHandler(problems)))
                .addFilterBefore(new CrossSiteFilter(problems), BasicAuthenticationFilter.class)
                .build();
    }

    private static String[] withOperator(List<ScopedPaths> doors) {
        return Stream.concat(Stream.of(OPERATOR), doors.stream().map(ScopedPaths::authority))
                .toArray(String[]::new);
    }

    /** No session, no form, no token: nothing that a browser would send by itself but the Basic login. */
    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable) // CrossSiteFilter stands in for it
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .anonymous(Customizer.withDefaults())
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frame -> frame.sameOrigin()));
    }
}
