/** Plans as people and programs read them. */
package dev.lockstep.render;
