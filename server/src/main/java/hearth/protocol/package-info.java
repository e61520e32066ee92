/**
 * Every frame of the Hearth protocol, its limits and its codes, and the codec between frames and JSON text. Immutable values and pure functions;
 * owned by no thread.
 */
package hearth.protocol;
