package io.esimhub.operations.security;

import io.esimhub.operations.MonitorOnly;
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

    private static final Profiles MONITOR_ALONE = Profiles.of(MonitorOnly.PROFILES);

    @Bean
    UserDetailsService operators(SecurityProperties settings, Environment environment) {
        var ops = settings.ops();
        if (!ops.isEncoded() && !environment.acceptsProfiles(WITHOUT_SECRETS) && !isMonitorOnThisMachine(environment)) {
            throw new IllegalStateException(
                    "hub.security.ops.password must be given as {bcrypt}… outside the profile local");
        }
        return new InMemoryUserDetailsManager(User.withUsername(ops.username())
                .password(ops.encoded())
                .roles("OPS")
                .build());
    }

    /** The price monitor alone, which holds nobody's data, as long as only this machine reaches it. */
    private static boolean isMonitorOnThisMachine(Environment environment) {
        return environment.acceptsProfiles(MONITOR_ALONE)
                && "127.0.0.1".equals(environment.getProperty("server.address"));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
