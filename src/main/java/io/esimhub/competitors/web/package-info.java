/** What operators see of the monitor: the steps of its HTTP routes. All of it is read from the monitor's own books. */
package io.esimhub.competitors.web;
