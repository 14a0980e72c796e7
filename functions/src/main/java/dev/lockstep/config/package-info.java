/** Configuration: typed, validated with all problems at once, sealed once running. */
package dev.lockstep.config;
