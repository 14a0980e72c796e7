package dev.lockstep.simulator.dataplane.gateway;

/**
 * A request routing rule.
 *
 * @param name name of the element
 * @param priority 1 first; rules without come last, in the order of the document
 * @param listener whose requests it takes
 * @param destination what it does with them
 */
record Rule(String name, int priority, Listener listener, Destination destination) {}
