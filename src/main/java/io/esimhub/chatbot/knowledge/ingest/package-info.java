/**
 * How articles come in: the folder, read as a whole at the start and on a schedule, and single articles by the operators' endpoint. Only
 * what changed is written, what is broken leaves its last good version, and a folder that lost too much is not believed.
 */
package io.esimhub.chatbot.knowledge.ingest;
