/** What customers' phones do with the eSIMs that were sold: installed, used, emptied. In memory: phones forget nothing that matters. */
package io.esimhub.sandbox.life;
