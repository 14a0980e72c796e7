/** What happened, as a key to look at: from events and alerts to messages. */
package dev.lockstep.signal;
