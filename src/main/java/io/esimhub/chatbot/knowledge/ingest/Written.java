package io.esimhub.chatbot.knowledge.ingest;

/**
 * What writing an article changed.
 *
 * @param created whether it was not there before
 * @param changed whether anything of it is different
 * @param chunks passages that it has
 * @param written passages that are new or changed
 * @param removed passages that are gone
 */
record Written(boolean created, boolean changed, int chunks, int written, int removed) {}
