/**
 * From a file to passages: Markdown and HTML are read as trees, front matter is checked, and the text is cut at its headings. Values in,
 * values out; what is wrong in an article is a result with its line and its remedy.
 */
package io.esimhub.chatbot.knowledge.articles;
