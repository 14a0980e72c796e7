/** Rules that can refuse a plan or a part of it. Pure. */
package dev.lockstep.guard;
