/** The sales channels: whom to believe, what they mean, and what they are told in return. One package a channel. */
package io.esimhub.channels;
