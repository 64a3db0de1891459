/** The whole hub on a real PostgreSQL, with the sandbox as suppliers and a real mail server: what a customer gets. */
package io.esimhub.flow;
