package io.esimhub.operations.database;

/** Why the embedded server did not start, in words that help. */
final class LaunchFailure {

    private static final String OWN_SERVER = "set spring.datasource.url to a PostgreSQL server of your own";

    private LaunchFailure() {}

    static StartRefused explain(ServerFolder folder, Exception failure) {
        String message = String.valueOf(failure.getMessage());
        // the two texts of io.zonky.test.db.postgres.embedded when its jars hold no server for this machine
        if (message.contains("Missing embedded postgres binaries") || message.contains("No Postgres binary found")) {
            String machine = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
            return new StartRefused(
                    "The hub brings no PostgreSQL for " + machine + ".", "Please " + OWN_SERVER + ".", failure);
        }
        return new StartRefused(
                "PostgreSQL did not start on " + folder.data() + ": " + message,
                "Its last words are at the end of " + folder.log() + ". Or " + OWN_SERVER + ".",
                failure);
    }
}
