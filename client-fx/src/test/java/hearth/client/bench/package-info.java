/** Programs that measure what no test may assert: how long things take. */
package hearth.client.bench;
