/**
 * Calls to the outside over HTTP: never sent twice, no redirects, and over when the time-outs or the size limit say so. What came back is
 * an {@link io.esimhub.operations.http.HttpAnswer}, which nobody has read yet.
 */
package io.esimhub.operations.http;
