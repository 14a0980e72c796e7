/** From the JSON that ARM answers to the types of the model. Pure. */
package dev.lockstep.read;
