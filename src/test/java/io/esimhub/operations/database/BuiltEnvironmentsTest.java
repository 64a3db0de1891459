package io.esimhub.operations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.esimhub.EsimHub;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BuiltEnvironmentsTest {

    @TempDir
    Path dataFolder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--spring.profiles.active=staging",
                "--spring.profiles.active=prod",
                "--spring.profiles.active=Prod",
                "--spring.profiles.active=local,staging",
                "--spring.profiles.active=prod,local",
                "--spring.profiles.default=prod",
                "--hub.environment=prod"
            })
    void stagingAndProdDoNotStartByWhateverWayTheyAreAskedFor(String argument, CapturedOutput console) {
        assertThatThrownBy(() -> start(argument)).hasStackTraceContaining("is not built yet");

        assertThat(console).contains("is not built yet.", "Start with the profile local");
        assertThat(console).doesNotContain("\tat ");
        assertThat(Files.exists(dataFolder.resolve("postgres"))).isFalse();
    }

    private void start(String argument) {
        SpringApplication.run(EsimHub.class, argument, "--hub.data-dir=" + dataFolder, "--server.port=0")
                .close();
    }
}
