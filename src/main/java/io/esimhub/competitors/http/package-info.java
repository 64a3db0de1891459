/** How the monitor speaks to its own two partners, the hub's API and Cloudflare: its own client, bounded in time and size. Competitors are visited elsewhere. */
package io.esimhub.competitors.http;
