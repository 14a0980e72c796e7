/** Plans over documents that were saved as files. Pure: the files come as text. */
package dev.lockstep.offline;
