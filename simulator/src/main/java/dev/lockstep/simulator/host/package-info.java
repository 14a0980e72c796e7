/**
 * A local Functions host for development: loads a staged app by class loader and serves its HTTP
 * routes, Event Grid webhook, timers and queue triggers. Azure Functions Core Tools can take its
 * place.
 *
 * <p>Behaviour follows the public sources of the Functions host, its Storage and Event Grid
 * extensions, and the Java worker, and Microsoft Learn, "Azure Functions developer guide". It loads
 * no class of the product: the app comes as jars.
 */
package dev.lockstep.simulator.host;
