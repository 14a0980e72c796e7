/** Which services are planned for because they carry a tag. Pure. */
package dev.lockstep.discover;
