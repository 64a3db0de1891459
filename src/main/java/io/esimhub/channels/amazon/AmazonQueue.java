package io.esimhub.channels.amazon;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queue of AWS SQS that Amazon delivers ORDER_CHANGE to, polled if its address is set ({@code #amazonSqs} for its route). A message is
 * deleted after it is committed to the inbox, and not otherwise.
 */
@Component("amazonQueue")
class AmazonQueue implements CamelContextConfiguration, AutoCloseable {

    /** Longer than the poll waits for a message. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Pattern REGION = Pattern.compile("sqs[.-]([a-z]{2}(?:-[a-z]+)+-[0-9])\\.");

    private final AmazonProperties properties;
    private final AmazonInbox inbox;
    private SqsClient client;

    AmazonQueue(AmazonProperties properties, AmazonInbox inbox) {
        this.properties = properties;
        this.inbox = inbox;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        if (properties.sqsQueueUrl() != null && !properties.sqsQueueUrl().isBlank()) {
            client = client(URI.create(properties.sqsQueueUrl()));
            camel.getRegistry().bind("amazonSqs", client);
        }
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // nothing is left to do
    }

    /** Whatever it is, it is kept: what cannot be read becomes a dead letter, and would otherwise come for ever. */
    public void take(Exchange exchange) {
        String body = exchange.getMessage().getBody(String.class);
        inbox.accept((body == null ? "" : body).getBytes(StandardCharsets.UTF_8));
    }

    private SqsClient client(URI queue) {
        return SqsClient.builder()
                .endpointOverride(URI.create(queue.getScheme() + "://" + queue.getAuthority()))
                .region(Region.of(region(queue)))
                .credentialsProvider(credentials())
                .httpClientBuilder(ApacheHttpClient.builder()
                        .connectionTimeout(properties.connectTimeout())
                        .socketTimeout(SILENCE))
                .build();
    }

    private String region(URI queue) {
        if (properties.awsRegion() != null && !properties.awsRegion().isBlank()) {
            return properties.awsRegion();
        }
        Matcher named = REGION.matcher(queue.getHost());
        return named.find() ? named.group(1) : "us-east-1";
    }

    private AwsCredentialsProvider credentials() {
        return properties.awsAccessKey() == null || properties.awsAccessKey().isBlank()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(properties.awsAccessKey(), properties.awsSecretKey()));
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
