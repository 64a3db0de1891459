/**
 * The open API of eSIM Access (RedteaGO): everything is a POST, refusals come with HTTP 200, a repeated
 * {@code transactionId} buys nothing, and eSIMs are allocated some time after the order. An order has one package here.
 */
package io.esimhub.sandbox.redteago;
