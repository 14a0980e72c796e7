package dev.lockstep.simulator.dataplane.gateway;

/**
 * Where clients come in.
 *
 * @param frontend name of the frontend IP configuration
 * @param port TCP port
 */
record Entrance(String frontend, int port) {}
