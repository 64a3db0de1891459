/**
 * What keeps the business running and explainable: the inbox, the work queue, cases, the timeline, the environment guard, the
 * web edge, health. Knows nothing of orders, suppliers or mails beyond their numbers.
 */
package io.esimhub.operations;
