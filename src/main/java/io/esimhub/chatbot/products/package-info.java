/**
 * What is sold, for programs that talk with customers: price, coverage, data, validity, and whether it can be bought at this moment.
 * Every answer is read from the database when it is asked for, and nothing of it is kept.
 */
package io.esimhub.chatbot.products;
