/** The ordered, de-duplicated state of a conversation, as a list that changes by small steps. Owned by the session thread; entries are immutable. */
package hearth.client.timeline;
