package io.esimhub.operations.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The one login of operators. */
@Configuration(proxyBeanMethods = false)
class OpsLogin {

    static final Profiles WITHOUT_SECRETS = Profiles.of("local | sandbox");

    @Bean
    UserDetailsService operators(SecurityProperties settings, Environment environment) {
        var ops = settings.ops();
        if (!ops.isEncoded() && !environment.acceptsProfiles(WITHOUT_SECRETS)) {
            throw new IllegalStateException(
                    "hub.security.ops.password must be given as {bcrypt}… outside the profile local");
        }
        return new InMemoryUserDetailsManager(User.withUsername(ops.username())
                .password(ops.encoded())
                .roles("OPS")
                .build());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
