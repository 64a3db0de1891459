/** Where the flows come from: the routes beside the process, or those in the jar. */
package io.esimhub.operations.flows;
