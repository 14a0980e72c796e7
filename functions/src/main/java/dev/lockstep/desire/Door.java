package dev.lockstep.desire;

import dev.lockstep.model.ElementKey;
import java.util.Optional;

/**
 * One frontend on which a site stands.
 *
 * @param frontend the frontend IP configuration
 * @param variant what tells its elements from those of the site's other frontend; empty text for
 *     the one with the plain names
 * @param port the frontend port 443
 * @param redirect the frontend port 80, when it redirects to the listener
 */
public record Door(
    ElementKey frontend, String variant, Site.Port port, Optional<Site.Port> redirect) {}
