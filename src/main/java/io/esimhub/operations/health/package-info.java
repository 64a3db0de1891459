/**
 * Whether the process lives and whether it can take work. What is outside (a supplier, a channel, the mail server) being down
 * is neither: work waits for it in the queue.
 */
package io.esimhub.operations.health;
