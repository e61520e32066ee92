/** A plain model of conversations as the protocol has them, and users who do at random what people do; owned by the test's thread. */
package hearth.faults.model;
