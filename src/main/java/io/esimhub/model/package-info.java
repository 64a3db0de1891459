/**
 * The few values that every domain speaks: money and the eSIM's activation code. Values only, without Camel, Spring or
 * SQL; what has a life of its own belongs to its domain.
 */
package io.esimhub.model;
