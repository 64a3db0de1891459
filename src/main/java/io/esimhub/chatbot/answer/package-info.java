/**
 * What belongs to a customer's question: products as they are sold at this moment, and passages of the knowledge base, each with a
 * mark to cite it by. A language model makes the sentences, and not here: everything in the answer is a row of ours.
 */
package io.esimhub.chatbot.answer;
