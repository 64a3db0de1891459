package io.esimhub.chatbot.knowledge.ingest;

/**
 * What reading the folder came to.
 *
 * @param articles that could be read
 * @param written of them, as they are new or changed
 * @param removed whose files are gone
 * @param keptBack whose files are gone, too many at once
 * @param unreadable files
 */
record FolderReport(int articles, int written, int removed, int keptBack, int unreadable) {}
