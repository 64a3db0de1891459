/** Everything a person must see: what it is, what it concerns, and what happened to it. */
package io.esimhub.operations.cases;
