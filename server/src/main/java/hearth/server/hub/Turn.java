package hearth.server.hub;

/** One request of somebody who is logged in. */
record Turn(Session session, User user, long re) {}
