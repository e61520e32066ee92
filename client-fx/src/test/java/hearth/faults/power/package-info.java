/** Power cuts and moved clocks: a witness inside the packaged programs, what it noted of their disk, and what would have been left of it. */
package hearth.faults.power;
