/**
 * Who may ask for what: one login for operators, keys for programs, a short list of public paths, and nothing from another site's
 * page.
 */
package io.esimhub.operations.security;
