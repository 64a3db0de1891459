/**
 * The lives of eSIMs after they were sold: installed, activated, used, expired. Suppliers are asked, when a callback or an operator
 * gives reason to, and what is new is told once on the order's timeline.
 */
package io.esimhub.fulfillment.life;
