/** The data plane of Key Vault, api-version 7.x: requests and answers without sockets. */
package dev.lockstep.simulator.keyvault.api;
