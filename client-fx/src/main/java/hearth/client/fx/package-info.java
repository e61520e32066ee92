/** The way onto the JavaFX thread and off it: hops, timers and what the system prefers. The only user of {@code Platform}. */
package hearth.client.fx;
