/** What a target remembers between runs: immutable records and their JSON. */
package dev.lockstep.reconcile.state;
