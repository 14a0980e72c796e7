/** What ARM's refusals mean, and what a person can do about them. Pure. */
package dev.lockstep.reconcile.error;
