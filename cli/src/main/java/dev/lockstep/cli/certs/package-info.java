/** Certificates for rehearsals: authorities and servers that nobody but the operator trusts. */
package dev.lockstep.cli.certs;
