package dev.lockstep.desire;

import dev.lockstep.model.ElementKey;

/**
 * One listener of a site with the one rule that it feeds.
 *
 * @param listener the listener
 * @param rule the rule
 * @param frontend the frontend on which the listener stands
 * @param port the frontend port; HTTPS on 443, a redirect on 80
 */
public record Opening(ElementKey listener, ElementKey rule, ElementKey frontend, Site.Port port) {}
