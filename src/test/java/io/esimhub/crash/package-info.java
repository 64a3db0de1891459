/**
 * The packaged hub is killed at its worst moments, under load and with suppliers that misbehave, and must neither lose an
 * order nor buy one twice. The witnesses outlive it: the sandbox with its ledger is a process of its own, the mail server
 * and the shop live in the test. Run by {@code mvn verify -Pcrash}.
 */
package io.esimhub.crash;
