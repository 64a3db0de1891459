/** What the price monitor's tests share: settings out of lines, time that moves when somebody waits, and servers that behave badly. */
package io.esimhub.competitors;
