/** The composition root: the object graph, built once per worker process. */
package dev.lockstep.app;
