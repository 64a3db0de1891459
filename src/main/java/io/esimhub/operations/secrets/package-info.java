/**
 * Secrets that lie in the database: activation codes, confirmation codes, PINs. Sealed with a key from the settings, opened only where
 * a customer is to be told; a table that holds some says so by a bean, so that the key can be changed.
 */
package io.esimhub.operations.secrets;
